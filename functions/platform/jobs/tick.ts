import { log } from '#functions/platform/aws/log.ts'
import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { tickKey } from '#functions/platform/store/keys.ts'
import { type Lease, releaseLease, takeLease } from '#functions/platform/store/lease.ts'

/** One run of a scheduled function: its context and its lease. */
export interface TickContext {
  readonly context: Context
  readonly lease: Lease
}

/** What a tick did, in numbers. */
export type TickCounts = Readonly<Record<string, number>>

/** A scheduled function. */
export type TickHandler = (tick: TickContext) => Promise<TickCounts>

/** Longer than any tick may run, so that no other scheduler takes over from a running one; in milliseconds. */
export const tickLeaseMs = 11 * 60_000

/** Runs one of the ticks at an instant, now unless given; of two schedulers at once the second one skips it. */
export async function runTick(
  ticks: Readonly<Record<string, TickHandler>>,
  { tick: name, at: now = new Date().toISOString() }: { tick: string; at?: string },
): Promise<TickCounts | { skipped: true }> {
  const run = Object.hasOwn(ticks, name) ? ticks[name] : undefined
  if (!run) throw new Error(`There is no tick of that name. Possible: ${Object.keys(ticks).join(', ')}.`)
  if (Number.isNaN(Date.parse(now))) throw new Error('The instant of a tick is written as 2026-11-21T08:00:00.000Z.')
  const lease = await takeLease(tickKey(name), tickLeaseMs)
  if (!lease) return { skipped: true }
  const instant = new Date(now).toISOString()
  try {
    const context = contextFor(product, 'tick', instant, `tick ${name} ${instant}`)
    const counts = await run({ context, lease })
    log({ at: new Date().toISOString(), tick: name, ...counts })
    return counts
  } finally {
    await releaseLease(lease)
  }
}
