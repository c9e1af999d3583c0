import type { TickName } from '#shared/schedules.ts'
import { log } from '../kit/log.ts'
import { type Lease, leaveLease, takeLease } from '../kit/store/lease.ts'
import { product, type Work, workOf } from '../kit/work.ts'
import { alertOverdue } from './deadlines.ts'
import { tendInvitations } from './surveyInvitations.ts'
import { computeStatistics } from './surveyStatistics.ts'

/** What a tick has to go by: on whose behalf, under which lease, and when the tick before it was, if ever. */
export interface Ticking {
  readonly work: Work
  readonly lease: Lease
  readonly before?: string
}

/** What a tick did, in numbers. */
export type Done = Readonly<Record<string, number>>

const ticks: Readonly<Record<TickName, (ticking: Ticking) => Promise<Done>>> = {
  'survey-stats': computeStatistics,
  'survey-invitations': tendInvitations,
  deadlines: alertOverdue,
}

/** Longer than any tick may run, so that nobody takes over from a running one; in milliseconds. */
const leaseMs = 6 * 60_000

/** Runs one tick, at an instant when one is given. Two schedulers at once do it once: the second finds it taken. */
export async function handler(event: { tick: string; at?: string }): Promise<Done | { skipped: true }> {
  const { tick, at = new Date().toISOString() } = event
  if (!isTick(tick)) throw new Error(`There is no tick of that name. Possible: ${Object.keys(ticks).join(', ')}.`)
  if (Number.isNaN(Date.parse(at))) throw new Error('The instant of a tick is written as 2026-11-21T08:00:00.000Z.')
  const lease = await takeLease({ pk: 'LEASE#tick', sk: tick }, leaseMs)
  if (!lease) return { skipped: true }
  const word = typeof lease.left.word === 'string' && lease.left.word !== '' ? lease.left.word : undefined
  const instant = new Date(at).toISOString()
  let done: Done | undefined
  try {
    const work = workOf(product, 'tick', instant, `tick ${tick} ${instant}`)
    done = await ticks[tick]({ work, lease, ...(word && { before: word }) })
    log({ at: new Date().toISOString(), tick, ...done })
    return done
  } finally {
    await leaveLease(lease, done && (word === undefined || instant > word) ? instant : word)
  }
}

const isTick = (name: string): name is TickName => Object.hasOwn(ticks, name)
