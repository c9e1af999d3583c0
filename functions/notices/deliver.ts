import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { isConflict, retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { Notice } from '#shared/entities/notice.ts'
import { refuse } from '#shared/refusals.ts'
import { findRecipients } from './findRecipients.ts'
import { mailNotice, type NoticeResult } from './mailNotice.ts'

/** Finds the person of a new notice and mails it, if the person wants that now; the tick does the rest. */
export async function followNotice({ id, eventId, at }: Event): Promise<void> {
  // Clocks differ a little, and a notice is due from the moment it was written.
  const now = new Date().toISOString()
  await deliverNotice(contextFor(product, 'event', at > now ? at : now, eventId), id)
}

/**
 * Does what is due of one notice: finds its person, then sends the mail. However often and by however many workers it is
 * called, one mail is sent: only the one that writes the attempt into the record sends. A service that fails is asked
 * again later by the tick, so that no event fails for it.
 */
export async function deliverNotice(context: Context, id: string): Promise<NoticeResult> {
  await retryOnConflict(
    async () => {
      const found = await dueNotice(context, id)
      if (found && found.record.userId === undefined) await findRecipients(context, found)
    },
    { busy: refuse('STORE_BUSY'), isConflict: isFoundByAnother },
  )
  const stored = await dueNotice(context, id)
  if (!stored) return 'nothing'
  return stored.record.userId === undefined ? 'later' : mailNotice(context, stored)
}

/** Whether another worker was faster to find the persons of this notice, or of one that tells them the same. */
const isFoundByAnother = (error: unknown): boolean =>
  isConflict(error) || (error instanceof Problem && error.details.issues?.userId?.rule === 'TAKEN')

async function dueNotice({ origin, meter }: Context, id: string): Promise<StoredRecord<Notice> | undefined> {
  const stored = await getRecord(Notice, id, { meter, consistent: true })
  const { nextAt, deletedAt } = stored?.record ?? {}
  // The index may still tell of a time that the record no longer waits for.
  return nextAt !== undefined && nextAt <= origin.at && deletedAt === undefined ? stored : undefined
}
