import { dirtyDayStep } from '#functions/platform/store/items/surveyItems.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getAnyRecord } from '#functions/platform/store/read.ts'
import { transact } from '#functions/platform/store/transact.ts'

/** Has the statistics of an invitation's or a response's day computed. */
export async function requestStatistics({ id, at: now }: Event): Promise<void> {
  const record = (await getAnyRecord(id))?.record
  if (typeof record?.surveyId === 'string' && typeof record.serviceOn === 'string')
    await transact([dirtyDayStep(record.surveyId, record.serviceOn, now)])
}
