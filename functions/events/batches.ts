import type { Event } from '../kit/outbox.ts'
import { followBatch } from '../kit/settlements/followBatch.ts'
import { getRecord } from '../kit/store/read.ts'
import { product, workOf } from '../kit/work.ts'

/** Lets the files of a batch follow it, should the request that moved the batch have ended before it moved them all. */
export async function moveFilesOn({ id, at, eventId }: Event): Promise<void> {
  const stored = await getRecord(id, { consistent: true })
  if (stored) await followBatch(workOf(product, 'event', at, eventId), stored)
}
