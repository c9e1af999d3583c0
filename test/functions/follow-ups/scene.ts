import { handler } from '#functions/lambdas/schedules.ts'
import { product } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { keyedId } from '#functions/platform/records/ids.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { CallList } from '#shared/entities/callList.ts'
import { Case } from '#shared/entities/case.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { Interaction } from '#shared/entities/interaction.ts'
import { Notice } from '#shared/entities/notice.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { as } from '#test/support/call.ts'
import type { Person } from '#test/support/people.ts'
import { seed } from '#test/support/people.ts'

let count = 0

/** A patient of a site. */
export async function patientAt(siteId: string, values: Record<string, unknown> = {}): Promise<string> {
  count += 1
  return (await seed(Patient, { ...Patient.example, siteId, memberNumber: `F-${count}`, ...values })).id
}

/** A site of its own with so many officers, whose ids come with it, so that tests do not share calls. */
export async function siteWith(officers: number, values: Record<string, unknown> = {}) {
  count += 1
  const site = await seed(Site, { ...Site.example, name: `Site ${count}`, code: `F${count}`, ...values })
  const officerIds: string[] = []
  for (let index = 0; index < officers; index++) officerIds.push(await officerAt(site.id))
  return { siteId: site.id, officerIds }
}

/** Somebody who works at a site; an officer, unless it is said otherwise. */
export async function officerAt(siteId: string, values: Record<string, unknown> = {}): Promise<string> {
  count += 1
  const person = { name: `Person ${count}`, email: `person-${count}@redress.test`, roles: ['officer'] }
  return (await seed(User, { ...person, siteIds: [siteId], isActive: true, ...values })).id
}

/** A follow-up of a new patient, due from one instant to another. */
export async function plannedAt(siteId: string, dueFrom: string, dueTo: string, values: Record<string, unknown> = {}) {
  const patientId = values.patientId ?? (await patientAt(siteId))
  return (await seed(FollowUp, { kind: 'routine-call', patientId, dueFrom, dueTo, ...values }, {}, dueFrom)).id
}

/** A follow-up as it is now. */
export async function followUpNow(id: string): Promise<FollowUp> {
  const stored = await getRecord(FollowUp, id, { consistent: true })
  if (!stored) throw new Error(`No follow-up ${id}`)
  return stored.record
}

/** A case of a patient that was resolved just now, as facts. */
export const resolvedCase = async (siteId: string, patientId: string): Promise<string> =>
  (
    await seed(
      Case,
      { ...Case.example, siteId, patientId },
      { status: 'resolved', resolvedAt: new Date().toISOString() },
    )
  ).id

/** A call with a patient that was written down. */
export const loggedCall = async (patientId: string, values: Record<string, unknown> = {}): Promise<string> =>
  (await seed(Interaction, { ...Interaction.example, patientId, at: '2026-01-05T09:00:00.000Z', ...values })).id

/** Takes a step as a person would: `await step('officer', id, 'attempt', { result: 'busy' })`. */
export const step = (person: Person, id: string, name: string, body: Record<string, unknown> = {}) =>
  as(person)(`POST /api/follow-ups/${id}/actions/${name}`, body)

/** Runs the tick of follow-ups as the scheduler does. */
export const tick = (at: string) => handler({ tick: 'follow-ups', at })

/** The call list of a site and a day. */
export const listOf = async (siteId: string, listOn: string): Promise<CallList | undefined> =>
  (await getRecord(CallList, keyedId(CallList, { siteId, listOn }), { consistent: true }))?.record

/** The notices of a site, as `rule count role`, in order. */
export async function noticesAt(siteId: string): Promise<string[]> {
  const ids = await askIds(Notice, { conditions: [conditionOf(Notice, 'aboutId', siteId)] }, { actor: product })
  const notices = (await getRecords(Notice, ids)).map(({ record }) => record)
  return notices
    .map(({ rule, parameters, toRole }) => `${rule} ${parameters?.count ?? parameters?.week} ${toRole}`)
    .sort()
}
