import { log } from '#functions/platform/aws/log.ts'
import type { TickContext, TickCounts } from '#functions/platform/jobs/tick.ts'
import { dueIds } from '#functions/platform/store/readIndex.ts'
import { deliverNotice } from './deliver.ts'

/** Finds the persons of notices that still wait for one, and sends the mails whose time has come. */
export async function runDueNotices({ context }: TickContext): Promise<TickCounts> {
  const { at: now } = context.origin
  const counts = { sent: 0, failed: 0 }
  for await (const id of dueIds('notices', now, context.meter)) {
    try {
      const result = await deliverNotice(context, id)
      if (result === 'sent' || result === 'failed') counts[result]++
    } catch (error) {
      // One that fails must not keep the others waiting.
      counts.failed++
      log({ at: now, notice: id, error: error instanceof Error ? error.name : 'unknown' })
    }
  }
  return counts
}
