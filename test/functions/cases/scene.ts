import { handler } from '#functions/lambdas/schedules.ts'
import { product } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { Case } from '#shared/entities/case.ts'
import { Notice } from '#shared/entities/notice.ts'
import { Patient } from '#shared/entities/patient.ts'
import { seed } from '#test/support/people.ts'

let members = 0

/** Writes a case of a new patient as it comes in at an instant, which is when it was received unless a value says otherwise. */
export async function receivedCase(siteId: string, now: string, values: Record<string, unknown> = {}): Promise<string> {
  members += 1
  const patient = await seed(Patient, { ...Patient.example, siteId, memberNumber: `W-${members}` })
  const body = { ...Case.example, siteId, patientId: patient.id, receivedAt: now, ...values }
  return (await seed(Case, body, {}, now)).id
}

/** A case as it is now. */
export async function caseNow(id: string): Promise<Case> {
  const stored = await getRecord(Case, id, { consistent: true })
  if (!stored) throw new Error(`No case ${id}`)
  return stored.record
}

/** Runs the tick of deadlines as the scheduler does. */
export const tick = (at: string) => handler({ tick: 'deadlines', at })

/** The notices about a record, as `rule percent addressee`, in order. */
export async function noticesAbout(id: string): Promise<string[]> {
  const ids = await askIds(Notice, { conditions: [conditionOf(Notice, 'aboutId', id)] }, { actor: product })
  const notices = (await getRecords(Notice, ids)).map(({ record }) => record)
  return notices
    .map(({ rule, parameters, toUserId, toRole }) =>
      [rule, parameters?.percent ?? parameters?.count, toUserId ? personOf(toUserId) : toRole]
        .filter((part) => part !== undefined)
        .join(' '),
    )
    .sort()
}

const names = new Map<string, string>()

/** Gives a user the name by which tests speak of the person. */
export const call = (userId: string, name: string) => names.set(userId, name)
const personOf = (userId: string) => names.get(userId) ?? userId
