import { type Context, referenced } from '#functions/platform/http/context.ts'
import { dueTick } from '#functions/platform/jobs/due/dueWork.ts'
import { planned } from '#functions/platform/records/change.ts'
import { saveFirst } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Site } from '#shared/entities/site.ts'
import { Survey } from '#shared/entities/survey.ts'
import { afterSending, isOpenInvitation, lookAgain, mostReminders } from '#shared/rules/surveys/invitations.ts'
import { deliver } from './sendInvitation.ts'

/** Sends what still waits, reminds patients who have not answered, and ends what has run out. */
export const runDueInvitations = dueTick({
  tick: 'survey-invitations',
  counts: ['sent', 'reminded', 'expired'],
  work: async ({ context }, { id }) => {
    const outcome = await runDue(context, id)
    return outcome ? { [outcome]: 1 } : {}
  },
})

async function runDue(context: Context, id: string): Promise<'sent' | 'reminded' | 'expired' | 'failed' | undefined> {
  const stored = await getRecord(Invitation, id, { consistent: true })
  if (!stored || !isOpenInvitation(stored.record)) return undefined
  const { expiresAt, nextAt, toSend, remindedCount = 0 } = stored.record
  const { at: now } = context.origin
  // The index may still tell of a time that the record no longer waits for.
  if (nextAt === undefined || nextAt > now) return undefined
  if (expiresAt !== undefined && expiresAt <= now) {
    const changes = { status: 'expired', toSend: null, ...lookAgain(undefined) }
    return (await isChanged(context, stored, changes, 'expire')) ? 'expired' : undefined
  }
  if (!toSend && remindedCount >= mostReminders) {
    await isChanged(context, stored, await afterReminders(context, stored.record), 'wait')
    return undefined
  }
  if (!toSend && !(await isChanged(context, stored, { toSend: 'reminder', ...lookAgain(now) }, 'remind')))
    return undefined
  const result = await deliver(context, id)
  if (result === 'failed') return 'failed'
  if (result !== 'sent') return undefined
  return toSend === 'invitation' ? 'sent' : 'reminded'
}

async function afterReminders(context: Context, invitation: Invitation) {
  const [survey, site] = await Promise.all([
    referenced(context, Survey, invitation.surveyId),
    referenced(context, Site, invitation.siteId ?? ''),
  ])
  if (!survey || !site) return lookAgain(invitation.expiresAt)
  return afterSending(invitation, survey.record, site.record)
}

/** Changes an invitation; false when somebody else changed it first, and that change stays. */
async function isChanged(
  context: Context,
  stored: StoredRecord<Invitation>,
  changes: RecordValues,
  action: string,
): Promise<boolean> {
  const change = await planned(context, Invitation, stored, changes, action)
  return change !== undefined && saveFirst(context, [change])
}
