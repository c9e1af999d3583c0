import { dueTick } from '#functions/platform/jobs/due/dueWork.ts'
import type { TickHandler } from '#functions/platform/jobs/tick.ts'
import { maintainProjection } from '#functions/platform/projection/maintainProjection.ts'
import { getAnyRecord } from '#functions/platform/store/read.ts'

/**
 * Follows, compares and publishes what lists are answered from; alarms watch the counts. A record that cannot be read any
 * more stands in no list, and is told of until it can be read again.
 */
export const maintainLists: TickHandler = async (tick) => {
  const { published, unreadable, ...counts } = await maintainProjection()
  const { at } = tick.context.origin
  const { failed = 0 } = await dueTick({
    tick: 'projection',
    counts: [],
    due: async function* () {
      for (const { id, version } of unreadable) yield { id, at, occasion: String(version) }
    },
    work: async (_, { id }) => {
      await getAnyRecord(id, { consistent: true })
      return {}
    },
  })(tick)
  return { ...counts, published: Number(published), unreadable: unreadable.length, failed }
}
