import { log } from '#functions/platform/aws/log.ts'
import { type Context, referenced } from '#functions/platform/http/context.ts'
import type { TickContext, TickCounts } from '#functions/platform/jobs/tick.ts'
import { planned } from '#functions/platform/records/change.ts'
import { saveFirst } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { readSlice } from '#functions/platform/store/view.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Site } from '#shared/entities/site.ts'
import { Survey } from '#shared/entities/survey.ts'
import { afterSending, isOpenInvitation, lookAgain, mostReminders } from '#shared/rules/surveys/invitations.ts'
import { deliver } from './deliver.ts'

const dayMs = 86_400_000

/** Days looked back over: two more than since the tick before, and as many as a survey's longest life at the first. */
const longest = 130
const margin = 2

/** Sends what still waits, reminds whoever has not answered, and ends what has run out. */
export async function tendInvitations({ context, before }: TickContext): Promise<TickCounts> {
  const done = { sent: 0, reminded: 0, expired: 0, failed: 0 }
  for (const day of daysUntil(context.origin.at, before))
    for (const id of await dueOn(day, context)) {
      try {
        const what = await tend(context, id)
        if (what) done[what]++
      } catch (error) {
        // One that cannot be tended must not keep the others waiting.
        done.failed++
        log({ at: context.origin.at, invitation: id, error: error instanceof Error ? error.name : 'unknown' })
      }
    }
  return done
}

/** The UTC days whose invitations may be due at an instant, after a tick before it. */
export function daysUntil(now: string, before: string | undefined): string[] {
  const today = Math.floor(Date.parse(now) / dayMs)
  const seen = before === undefined ? today - longest : Math.min(today, Math.floor(Date.parse(before) / dayMs)) - margin
  const first = Math.max(seen, today - longest)
  return Array.from({ length: today - first + 1 }, (_, index) =>
    new Date((first + index) * dayMs).toISOString().slice(0, 10),
  )
}

async function dueOn(day: string, context: Context): Promise<string[]> {
  const view = Invitation.views.dueOn
  if (!view) throw new Error('Invitations have no view of what is due')
  const ids: string[] = []
  const slice = { entity: Invitation, view, values: [day], isDescending: false }
  for await (const { row } of readSlice(slice, { pageSize: 200, meter: context.meter }))
    if (typeof row.nextAt === 'string' && row.nextAt <= context.origin.at) ids.push(row.id)
  return ids
}

async function tend(context: Context, id: string): Promise<'sent' | 'reminded' | 'expired' | 'failed' | undefined> {
  const stored = await getRecord(id, { consistent: true })
  const invitation = stored && recordAs(Invitation, stored.record)
  if (!stored || !invitation || !isOpenInvitation(invitation)) return undefined
  const { at: now } = context.origin
  if (invitation.expiresAt !== undefined && invitation.expiresAt <= now) {
    const over = { status: 'expired', toSend: null, ...lookAgain(undefined) }
    return (await step(context, stored, over, 'expire')) ? 'expired' : undefined
  }
  if (!invitation.toSend) {
    if ((invitation.remindedCount ?? 0) >= mostReminders) {
      await step(context, stored, await afterwards(context, invitation), 'wait')
      return undefined
    }
    if (!(await step(context, stored, { toSend: 'reminder', ...lookAgain(now) }, 'remind'))) return undefined
  }
  const isReminder = invitation.toSend !== 'invitation'
  const delivery = await deliver(context, id)
  if (delivery === 'failed') return 'failed'
  if (delivery !== 'sent') return undefined
  return isReminder ? 'reminded' : 'sent'
}

async function afterwards(context: Context, invitation: Invitation) {
  const [survey, site] = await Promise.all([
    referenced(context, invitation.surveyId),
    referenced(context, invitation.siteId ?? ''),
  ])
  if (!survey || !site) return lookAgain(invitation.expiresAt)
  return afterSending(invitation, recordAs(Survey, survey.record), recordAs(Site, site.record).timeZone)
}

// False when somebody else changed the invitation first; what they did stands.
async function step(
  context: Context,
  stored: StoredRecord,
  changes: Readonly<Record<string, unknown>>,
  action: string,
) {
  const change = await planned(context, Invitation, stored, changes, action)
  return change !== undefined && saveFirst(context, [change])
}
