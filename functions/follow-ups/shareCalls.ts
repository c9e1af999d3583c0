import { type Context, product, referenced } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { planned } from '#functions/platform/records/change.ts'
import { planStep } from '#functions/platform/records/planStep.ts'
import { isConflict, retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save, saveFirst } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecord, getRecords, noteDamaged } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { isOver } from '#shared/declaration/lifecycle.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { CallList } from '#shared/entities/callList.ts'
import { FollowUp, followUpLife } from '#shared/entities/followUp.ts'
import { Site } from '#shared/entities/site.ts'
import { refuse } from '#shared/refusals.ts'
import { dayAt } from '#shared/rules/follow-ups/contactDays.ts'
import { listingNow } from '#shared/rules/follow-ups/listing.ts'
import { type DueCall, shareOut } from '#shared/rules/follow-ups/sharing.ts'
import { type Callers, callersAt } from './callersAt.ts'
import { callListOf } from './callListOf.ts'

/** Calls that are shared in one transaction, which has room for a hundred writes. */
const callsTogether = 20

/** What came of a look at a follow-up that was due. */
export interface SharingCounts {
  readonly assigned: number
  readonly postponed: number
}

/**
 * Puts a follow-up that is due on the list of today, and with it all others of its site that are due, since shares come out
 * even only among calls that are known together. Those that somebody has already go first. What is done by now is left.
 */
export async function shareCalls(context: Context, followUpId: string): Promise<SharingCounts> {
  const first = await getRecord(FollowUp, followUpId, { meter: context.meter, consistent: true })
  const site = first && isDue(first, context.origin.at) && (await siteOf(context, first.record))
  if (!site) return { assigned: 0, postponed: 0 }
  const ids = [...new Set([...(await dueAt(context, site.id)), followUpId])]
  let [assigned, postponed] = [0, 0]
  for (let from = 0; from < ids.length; from += callsTogether) {
    const part = ids.slice(from, from + callsTogether)
    const counts = await sharePart(context, site, part, from + callsTogether >= ids.length).catch((error) =>
      // One that cannot be shared must not keep the others: each is tried when its own turn comes.
      part.length > 1 && !isConflict(error) ? sharePart(context, site, [followUpId], true) : Promise.reject(error),
    )
    assigned += counts.assigned
    postponed += counts.postponed
  }
  return { assigned, postponed }
}

/** Ids of the follow-ups of a site that are due, those that somebody has first. */
function dueAt({ origin }: Context, siteId: string): Promise<string[]> {
  const conditions = [conditionOf(FollowUp, 'siteId', siteId), conditionOf(FollowUp, 'nextAt_lte', origin.at)]
  const order = [
    ['assigneeId', 'DESC'],
    ['dueTo', 'ASC'],
  ] as const
  return askIds(FollowUp, { conditions, order }, { actor: product })
}

// A list may still tell of a time that the record no longer waits for.
const isDue = ({ record }: StoredRecord<FollowUp>, now: string): boolean =>
  record.deletedAt === undefined && !isOver(followUpLife, record) && record.nextAt !== undefined && record.nextAt <= now

const siteOf = async (context: Context, { siteId = '' }: FollowUp): Promise<Site | undefined> =>
  (await referenced(context, Site, siteId))?.record

/** Shares a few calls; of two workers at the same moment one does, and the other finds nothing left to share. */
const sharePart = (context: Context, site: Site, ids: readonly string[], isLast: boolean): Promise<SharingCounts> =>
  retryOnConflict(
    async () => {
      const { at: now } = context.origin
      const stored = await getRecords(FollowUp, ids, {
        meter: context.meter,
        consistent: true,
        onDamaged: noteDamaged,
      })
      const due = stored.filter((each) => each.record.siteId === site.id && isDue(each, now))
      const calls: FollowUp[] = []
      let postponed = 0
      for (const each of due) {
        const at = listingNow(site, each.record, now)
        if (at <= now) calls.push(each.record)
        else if (await isPostponed(context, each, at)) postponed += 1
      }
      if (calls.length > 0) await putOnList(context, site, calls, isLast)
      return { assigned: calls.length, postponed }
    },
    { busy: refuse('STORE_BUSY'), isConflict: isChangedMeanwhile },
  )

/** Whether somebody wrote one of the records since it was read: listed, ended or deleted it, which a step then refuses. */
const isChangedMeanwhile = (error: unknown): boolean =>
  isConflict(error) || (error instanceof Problem && ['STATE', 'DELETED', 'LISTED_ALREADY'].includes(error.refusal.rule))

async function putOnList(context: Context, site: Site, calls: readonly FollowUp[], isLast: boolean): Promise<void> {
  const { at: now } = context.origin
  const list = await callListOf(context, site.id, dayAt(site, now))
  const assigneeIds = calls.flatMap(({ assigneeId }) => assigneeId ?? [])
  const callers = await callersAt(context, site, assigneeIds)
  const due = calls.map((call) => dueCall(call, callers, now))
  const values = { calls: shareOut(due, callers.ids, list.record.shares), ...(isLast && { isLast }) }
  await save(context, await planStep(context, CallList, list, { name: 'share', values, isConsequence: true }))
}

/** A call as it is shared: one that was given by sharing and not begun goes to anybody, any other stays where it is. */
function dueCall(
  { id, assigneeId, sharedTo, attemptCount, dueTo, isAlerted }: FollowUp,
  callers: Callers,
  now: string,
): DueCall {
  const isThere = assigneeId !== undefined && callers.isThere(assigneeId)
  const isFree = assigneeId === sharedTo && !attemptCount
  return {
    followUpId: id,
    ...(isThere && { [isFree ? 'hadBy' : 'keptBy']: assigneeId }),
    ...(isAlerted !== true && new Date(dueTo).toISOString() < now && { isLate: true }),
  }
}

async function isPostponed(context: Context, stored: StoredRecord<FollowUp>, nextAt: string): Promise<boolean> {
  const change = await planned(context, FollowUp, stored, { nextAt }, 'wait')
  return change !== undefined && saveFirst(context, [change])
}
