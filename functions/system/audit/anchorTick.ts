import type { TickContext, TickCounts } from '#functions/platform/jobs/tick.ts'
import { readAnchorPlace } from '#functions/platform/store/audit/auditState.ts'
import { anchorHeads, isAnchorDue } from './anchorHeads.ts'

/** Anchors the history of what changed, once a day. */
export async function anchorTick({ context }: TickContext): Promise<TickCounts> {
  const { at: now } = context.origin
  if (!isAnchorDue(await readAnchorPlace(), now)) return { anchored: 0 }
  return { anchored: await anchorHeads(now) }
}
