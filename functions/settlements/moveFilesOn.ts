import { contextFor, product } from '#functions/platform/http/context.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { followBatch } from './followBatch.ts'

/** Lets the files of a batch follow it, should the request that moved the batch have ended before it moved them all. */
export async function moveFilesOn({ id, at: now, eventId }: Event): Promise<void> {
  const stored = await getRecord(id, { consistent: true })
  if (stored) await followBatch(contextFor(product, 'event', now, eventId), stored)
}
