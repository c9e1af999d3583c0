import { getChildren, getRecord } from '#functions/platform/store/read.ts'
import { Case } from '#shared/entities/case.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { Patient } from '#shared/entities/patient.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { as } from '#test/support/call.ts'
import type { Person } from '#test/support/people.ts'
import { seed } from '#test/support/people.ts'

/** An instant so many hours from now. */
export const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()

/** Makes a promise on a case, which is due in two days unless a value says otherwise. */
export const promise = (caseId: string, values = {}, person: Person = 'officer') =>
  as(person)('POST /api/promises', { ...CasePromise.example, caseId, dueAt: inHours(48), ...values })

/** Takes a step of a promise. */
export const step = (id: string, name: string, body = {}, person: Person = 'officer') =>
  as(person)(`POST /api/promises/${id}/actions/${name}`, body)

/** A promise as it is now. */
export async function promiseNow(id: string): Promise<CasePromise> {
  const stored = await getRecord(CasePromise, id, { consistent: true })
  if (!stored) throw new Error(`No promise ${id}`)
  return stored.record
}

/** The promises of a case, and how many of them it counts as open. */
export async function promisesOf(caseId: string) {
  const promises = (await getChildren(CasePromise, caseId)).map(({ record }) => record)
  const matter = (await getRecord(Case, caseId, { consistent: true }))?.record
  return { promises, open: promises.filter(({ status }) => status === 'open'), counted: matter?.openPromises ?? 0 }
}

/** A case that was resolved and whose patient was called, so that nothing but a promise keeps it open. */
export async function resolvedCase(siteId: string): Promise<string> {
  const resolvedAt = inHours(-48)
  const patientId = (await seed(Patient, { ...Patient.example, siteId, memberNumber: `P-${++patients}` })).id
  const body = { ...Case.example, siteId, patientId, receivedAt: inHours(-72) }
  const { id } = await seed(Case, body, { status: 'resolved', resolvedAt, patientDecision: 'rejected' })
  const call = { kind: 'satisfaction-call', patientId, caseId: id, dueFrom: resolvedAt, dueTo: inHours(48) }
  await seed(FollowUp, call, { status: 'done', outcome: 'satisfied', endedAt: inHours(-1) })
  return id
}

let patients = 0
