import { referenced } from '#functions/platform/http/context.ts'
import { dueTick } from '#functions/platform/jobs/due/dueWork.ts'
import type { TickCounts } from '#functions/platform/jobs/tick.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { CallList } from '#shared/entities/callList.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { entityOfId } from '#shared/entities/index.ts'
import { Site } from '#shared/entities/site.ts'
import { shareCalls } from './shareCalls.ts'
import { awaitSummary, sumUpWeek } from './sumUpWeek.ts'

/** Puts the calls of a morning on the lists of those who make them, and sums up a week on its last morning. */
export const runDueFollowUps = dueTick({
  tick: 'follow-ups',
  counts: ['assigned', 'postponed', 'summaries'],
  work: async ({ context }, { id }): Promise<TickCounts> => {
    if (entityOfId(id)?.resource === CallList.resource) return { summaries: (await sumUpWeek(context, id)) ? 1 : 0 }
    const counts = await shareCalls(context, id)
    const followUp = counts.assigned > 0 ? (await getRecord(FollowUp, id))?.record : undefined
    const site = followUp && (await referenced(context, Site, followUp.siteId ?? ''))?.record
    if (site) await awaitSummary(context, site)
    return { ...counts }
  },
})
