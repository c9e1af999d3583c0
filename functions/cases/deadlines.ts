import type { Context } from '#functions/platform/http/context.ts'
import { dueTick } from '#functions/platform/jobs/due/dueWork.ts'
import { planStep } from '#functions/platform/records/planStep.ts'
import { saveFirst } from '#functions/platform/records/save.ts'
import { getAnyRecord } from '#functions/platform/store/read.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { entityOfId } from '#shared/entities/index.ts'
import { Notice } from '#shared/entities/notice.ts'
import { Site } from '#shared/entities/site.ts'
import { overdueCounts } from './overdueCounts.ts'

/** Gives the alarms of cases and the morning digests of sites that are due, each as a step that the product takes. */
export const runDeadlines = dueTick({
  tick: 'deadlines',
  counts: ['notices'],
  together: 16,
  work: async ({ context }, { id }) => ({ notices: await takeDueSteps(context, id) }),
})

/** Takes what is due on a record; the number of notices written. */
async function takeDueSteps(context: Context, id: string): Promise<number> {
  const entity = entityOfId(id)
  if (entity?.resource !== Site.resource) return takeStep(context, id, 'alarm', {})
  let notices = 0
  const counts = await overdueCounts(context, id)
  for (let from = 0; from === 0 || from < counts.length; from += ownersTogether) {
    const isPart = from + ownersTogether < counts.length
    const part = counts.slice(from, from + ownersTogether)
    notices += await takeStep(context, id, 'digest', { counts: part, ...(isPart && { isPart }) })
  }
  return notices
}

/** Owners who are told in one transaction, which has room for a hundred writes. */
const ownersTogether = 40

/** Takes a step on a record, unless another scheduler was faster; the number of notices written. */
async function takeStep(context: Context, id: string, name: string, values: RecordValues): Promise<number> {
  const entity = entityOfId(id)
  const stored = await getAnyRecord(id, { meter: context.meter, consistent: true })
  if (!entity || !stored || stored.record.deletedAt !== undefined) return 0
  const changes = await planStep(context, entity, stored, { name, values, isConsequence: true })
  if (changes.length === 0 || !(await saveFirst(context, changes))) return 0
  return changes.filter((change) => change.entity.resource === Notice.resource).length
}
