import { product } from '#functions/platform/http/context.ts'
import type { DueItem } from '#functions/platform/jobs/due/dueItem.ts'
import { dueTick } from '#functions/platform/jobs/due/dueWork.ts'
import { askIds, askRows } from '#functions/platform/projection/ask.ts'
import { type Meter, newMeter } from '#functions/platform/store/client.ts'
import type { Row } from '#functions/platform/store/item.ts'
import { cleanDayStep, dirtyDay, dirtyDays, statisticsStep } from '#functions/platform/store/items/surveyItems.ts'
import { checkLease, type Lease } from '#functions/platform/store/lease.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import type { TransactionStep } from '#functions/platform/store/steps.ts'
import { ConditionFailure, transact } from '#functions/platform/store/transact.ts'
import { conditionOf } from '#shared/api/condition.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Response } from '#shared/entities/response.ts'
import { Survey } from '#shared/entities/survey.ts'
import { cellsOf } from '#shared/rules/surveys/cells.ts'
import { canonical } from '#shared/values/canonical.ts'

/** An index may lag behind its table: a day requested less than so many milliseconds ago stays for the next tick. */
const settledMs = 60_000

/** Computes every day that was requested from all its records; the same records give the same bytes. */
export const computeStatistics = dueTick({
  tick: 'survey-stats',
  counts: ['buckets', 'read'],
  due: requestedDays,
  work: async ({ context, lease }, { id: surveyId, occasion: day }) => {
    const dirty = await dirtyDay(surveyId, day)
    if (!dirty) return { buckets: 0, read: 0 }
    const meter = newMeter()
    const cells = await cellsOfDay(surveyId, day, meter)
    if (!(await replace(lease, surveyId, day, cells))) return { buckets: 0, read: meter.read }
    const isSettled = Date.parse(context.origin.at) - Date.parse(dirty.requestedAt) >= settledMs
    // A day that was requested again meanwhile stays, and the next tick computes it.
    if (isSettled) await isWritten(cleanDayStep(dirty))
    return { buckets: 1, read: meter.read }
  },
})

async function* requestedDays(): AsyncGenerator<DueItem> {
  for await (const { surveyId, day, requestedAt } of dirtyDays()) yield { id: surveyId, at: requestedAt, occasion: day }
}

/** The cells of one day as text, from the answers and invitations of that day. */
export async function cellsOfDay(surveyId: string, day: string, meter: Meter): Promise<string> {
  const survey = (await getRecord(Survey, surveyId, { meter }))?.record
  if (!survey) return '[]'
  const responses = await getRecords(Response, await idsOf(Response, surveyId, day), { meter })
  const invited: Row[] = []
  for await (const rows of askRows(Invitation, ofDay(Invitation, surveyId, day), { actor: product }, 1000))
    invited.push(...rows)
  return canonical(
    cellsOf(
      survey.questions,
      responses.map(({ record }) => record),
      invited,
    ),
  )
}

const ofDay = (entity: Entity, surveyId: string, day: string) => ({
  conditions: [conditionOf(entity, 'surveyId', surveyId), conditionOf(entity, 'serviceOn', day)],
})

const idsOf = (entity: Entity, surveyId: string, day: string) =>
  askIds(entity, ofDay(entity, surveyId, day), { actor: product })

// False when another worker has the lease by now: its figures are newer than these.
const replace = (lease: Lease, surveyId: string, day: string, cells: string): Promise<boolean> =>
  isWritten(checkLease(lease), statisticsStep(surveyId, day, cells))

/** Runs a transaction; false when a condition of it did not hold. */
async function isWritten(...steps: readonly TransactionStep[]): Promise<boolean> {
  try {
    await transact(steps)
    return true
  } catch (error) {
    if (error instanceof ConditionFailure) return false
    throw error
  }
}
