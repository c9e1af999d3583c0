import { env } from '#functions/platform/aws/env.ts'
import type { TickContext, TickCounts } from '#functions/platform/jobs/tick.ts'
import { type Meter, newMeter } from '#functions/platform/store/client.ts'
import { remove, TransactionRefused, type TransactionStep, transact } from '#functions/platform/store/commit.ts'
import type { Row } from '#functions/platform/store/item.ts'
import { dirtyBucket, dirtyPartition, statisticsKey } from '#functions/platform/store/keys.ts'
import { type Lease, leaseCheck } from '#functions/platform/store/lease.ts'
import { getRecord, getRecords, wholePartition } from '#functions/platform/store/read.ts'
import { readSlice } from '#functions/platform/store/view.ts'
import { type Entity, recordAs } from '#shared/declaration/entity.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Response } from '#shared/entities/response.ts'
import { Survey } from '#shared/entities/survey.ts'
import { cellsOf } from '#shared/rules/surveys/cells.ts'
import { canonical } from '#shared/values/canonical.ts'

/** An index may lag behind its table: a day noted less than so many milliseconds ago is computed, and once more later. */
const settledMs = 60_000

/** Computes every day that was noted as changed, whole and anew; the same records give the same bytes. */
export async function computeStatistics({ context, lease }: TickContext): Promise<TickCounts> {
  const meter = newMeter()
  let buckets = 0
  for await (const note of wholePartition(dirtyPartition)) {
    const { surveyId, day } = dirtyBucket(String(note.sk))
    const cells = await cellsOfDay(surveyId, day, meter)
    if (!(await replace(lease, surveyId, day, cells))) break
    buckets++
    const stamp = String(note.stamp)
    const isSettled = Date.parse(context.origin.at) - Date.parse(stamp.split('#')[0] ?? '') >= settledMs
    if (isSettled) await forget(String(note.sk), stamp)
  }
  return { buckets, read: meter.read }
}

/** The cells of one day as text; reads that day's answers and invitations and nothing else. */
export async function cellsOfDay(surveyId: string, day: string, meter: Meter): Promise<string> {
  const stored = await getRecord(surveyId, { meter })
  if (!stored) return '[]'
  const answered = await rowsOf(Response, surveyId, day, meter)
  const asked = await rowsOf(Invitation, surveyId, day, meter)
  const responses = await getRecords(
    answered.map(({ id }) => id),
    meter,
  )
  const cells = cellsOf(
    recordAs(Survey, stored.record).questions,
    responses.map(({ record }) => recordAs(Response, record)),
    asked.map((row): Partial<Invitation> => row),
  )
  return canonical(cells)
}

async function rowsOf(entity: Entity, surveyId: string, day: string, meter: Meter): Promise<Row[]> {
  const view = entity.views.bySurvey
  if (!view) throw new Error(`${entity.resource} have no view by survey`)
  const rows: Row[] = []
  const slice = { entity, view, values: [surveyId], isDescending: false, from: day, to: day }
  for await (const { row } of readSlice(slice, { pageSize: 200, meter })) rows.push(row)
  return rows
}

// False when the lease has passed to somebody else, whose figures are newer than these.
async function replace(lease: Lease, surveyId: string, day: string, cells: string): Promise<boolean> {
  const key = statisticsKey(surveyId, day)
  const put: TransactionStep = { means: 'claim', write: { Put: { TableName: env.table, Item: { ...key, cells } } } }
  try {
    await transact([leaseCheck(lease), cells === '[]' ? remove(key) : put])
    return true
  } catch (error) {
    if (error instanceof TransactionRefused) return false
    throw error
  }
}

async function forget(sk: string, stamp: string): Promise<void> {
  const step: TransactionStep = {
    means: 'claim',
    write: {
      Delete: {
        TableName: env.table,
        Key: { pk: dirtyPartition, sk },
        ConditionExpression: 'stamp = :stamp',
        ExpressionAttributeValues: { ':stamp': stamp },
      },
    },
  }
  try {
    await transact([step])
  } catch (error) {
    // Noted anew meanwhile: the next tick computes it again.
    if (!(error instanceof TransactionRefused)) throw error
  }
}
