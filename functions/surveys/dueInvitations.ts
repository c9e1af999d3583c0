import { log } from '#functions/platform/aws/log.ts'
import { type Context, referenced } from '#functions/platform/http/context.ts'
import type { TickContext, TickCounts } from '#functions/platform/jobs/tick.ts'
import { planned } from '#functions/platform/records/change.ts'
import { saveFirst } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { viewRows } from '#functions/platform/store/readView.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Site } from '#shared/entities/site.ts'
import { Survey } from '#shared/entities/survey.ts'
import { afterSending, isOpenInvitation, lookAgain, mostReminders } from '#shared/rules/surveys/invitations.ts'
import { deliver } from './sendInvitation.ts'

const dayMs = 86_400_000

/** Days looked back over: two more than since the tick before, and as many as a survey's longest life at the first. */
const longestLife = 130
const margin = 2

/** Sends what still waits, reminds patients who have not answered, and ends what has run out. */
export async function runDueInvitations({ context, previousAt }: TickContext): Promise<TickCounts> {
  const counts = { sent: 0, reminded: 0, expired: 0, failed: 0 }
  for (const day of daysUntil(context.origin.at, previousAt))
    for (const id of await dueOn(day, context)) {
      try {
        const outcome = await runDue(context, id)
        if (outcome) counts[outcome]++
      } catch (error) {
        // One that fails must not keep the others waiting.
        counts.failed++
        log({ at: context.origin.at, invitation: id, error: error instanceof Error ? error.name : 'unknown' })
      }
    }
  return counts
}

/** The UTC days whose invitations may be due at an instant, after the tick before it. */
export function daysUntil(now: string, previousAt: string | undefined): string[] {
  const dayOf = (instant: string) => Math.floor(Date.parse(instant) / dayMs)
  const today = dayOf(now)
  const from = previousAt === undefined ? today - longestLife : Math.min(today, dayOf(previousAt)) - margin
  const first = Math.max(from, today - longestLife)
  return Array.from({ length: today - first + 1 }, (_, index) =>
    new Date((first + index) * dayMs).toISOString().slice(0, 10),
  )
}

async function dueOn(day: string, { meter, origin }: Context): Promise<string[]> {
  const rows = await viewRows(Invitation, 'dueOn', [day], { meter })
  return rows.flatMap(({ id, nextAt }) => (typeof nextAt === 'string' && nextAt <= origin.at ? [id] : []))
}

async function runDue(context: Context, id: string): Promise<'sent' | 'reminded' | 'expired' | 'failed' | undefined> {
  const stored = await getRecord(Invitation, id, { consistent: true })
  if (!stored || !isOpenInvitation(stored.record)) return undefined
  const { expiresAt, toSend, remindedCount = 0 } = stored.record
  const { at: now } = context.origin
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
  return afterSending(invitation, survey.record, site.record.timeZone)
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
