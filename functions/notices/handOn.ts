import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { eachByItself } from '#functions/platform/jobs/eachByItself.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { planned } from '#functions/platform/records/change.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { Notice } from '#shared/entities/notice.ts'
import { User } from '#shared/entities/user.ts'
import { refuse } from '#shared/refusals.ts'
import { isEmployed } from '#shared/rules/users/presence.ts'
import { deliverNotice } from './deliver.ts'

/** Finds somebody else for what a person who left had not read. It reads the record as it is now, in any order of events. */
export async function handOnNotices({ id: userId, eventId }: Event): Promise<void> {
  const user = (await getRecord(User, userId, { consistent: true }))?.record
  if (!user || isEmployed(user)) return
  const context = contextFor(product, 'event', new Date().toISOString(), eventId)
  const conditions = [conditionOf(Notice, 'userId', userId), conditionOf(Notice, 'readAt_empty', true)]
  await eachByItself(await askIds(Notice, { conditions }, { actor: product }), async (id) => {
    await release(context, id, userId)
    await deliverNotice(context, id)
  })
}

/** Makes a notice one without a person again, unless it was read or handed on meanwhile. */
const release = (context: Context, id: string, userId: string): Promise<void> =>
  retryOnConflict(
    async () => {
      const stored = await getRecord(Notice, id, { meter: context.meter, consistent: true })
      if (stored?.record.userId !== userId || stored.record.readAt !== undefined) return
      // Who takes over finds them in the inbox; a mail about each would be a flood.
      const mailState = stored.record.urgency === 'urgent' ? 'waiting' : 'none'
      const changes = { userId: null, mailState, attempts: 0, nextAt: context.origin.at, failure: null }
      const change = await planned(context, Notice, stored, changes, 'hand-on')
      if (change) await save(context, [change])
    },
    { busy: refuse('STORE_BUSY') },
  )
