import { transact } from '#functions/platform/store/commit.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { dirtyStep } from './dirty.ts'

/** Has the statistics of an invitation's or a response's day computed again. */
export async function noteStatistics({ id, at: now }: Event): Promise<void> {
  const record = (await getRecord(id))?.record
  if (typeof record?.surveyId === 'string' && typeof record.serviceOn === 'string')
    await transact([dirtyStep(record.surveyId, record.serviceOn, now)])
}
