import type { Event } from '../kit/outbox.ts'
import { deliver } from '../kit/surveys/deliver.ts'
import { product, workOf } from '../kit/work.ts'

/** Sends the link of a new invitation, or a reminder, at once if it is time; the tick sees to the rest. */
export async function sendInvitation({ id, eventId }: Event): Promise<void> {
  await deliver(workOf(product, 'event', new Date().toISOString(), eventId), id)
}
