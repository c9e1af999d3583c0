import type { Event } from '../kit/outbox.ts'
import { transact } from '../kit/store/commit.ts'
import { getRecord } from '../kit/store/read.ts'
import { dirtyStep } from '../kit/surveys/dirty.ts'

/** Has the statistics of an invitation's or a response's day computed again. */
export async function noteStatistics({ id, at }: Event): Promise<void> {
  const record = (await getRecord(id))?.record
  if (typeof record?.surveyId === 'string' && typeof record.serviceOn === 'string')
    await transact([dirtyStep(record.surveyId, record.serviceOn, at)])
}
