import { contextFor, product } from '#functions/platform/http/context.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { deliver } from './deliver.ts'

/** Sends the link of a new invitation, or a reminder, at once if it is time; the tick sees to the rest. */
export async function sendInvitation({ id, eventId }: Event): Promise<void> {
  await deliver(contextFor(product, 'event', new Date().toISOString(), eventId), id)
}
