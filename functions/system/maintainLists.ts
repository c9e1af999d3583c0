import type { TickCounts } from '#functions/platform/jobs/tick.ts'
import { maintainProjection } from '#functions/platform/projection/maintainProjection.ts'

/** Follows, compares and publishes what lists are answered from; alarms watch the counts. */
export async function maintainLists(): Promise<TickCounts> {
  const { published, ...counts } = await maintainProjection()
  return { ...counts, published: Number(published) }
}
