import { afterEach, beforeEach } from 'vitest'
import { readControl } from '#functions/platform/jobs/control.ts'
import { store } from '#functions/platform/store/client.ts'
import { jobControlKey } from '#functions/platform/store/items/jobItems.ts'
import { updateItem } from '#functions/platform/store/update.ts'

/** On which side of a call the process stops: the call is not made, or it is made and its answer never arrives. */
type StopSide = 'before' | 'after'

/** Before a call is after the one before it, so that the other side is tried only when there is time. */
const sides: readonly StopSide[] = process.env.REDRESS_FULL === '1' ? ['before', 'after'] : ['after']

/** Stops what runs at its calls of the table and of the file store; what is stopped can call nothing any more. */
export interface Stops {
  /** Lets so many calls through, then stops. */
  readonly stopAt: (call: number, side: StopSide) => void
  /** Another process begins. */
  readonly goOn: () => void
  /** Calls since the last `goOn`. */
  readonly calls: () => number
}

/** The process was stopped. */
class ProcessStop extends Error {
  override readonly name = 'ProcessStop'
}

/** Stops for one test file; in place only while a test runs. */
export function useStops(): Stops {
  let calls = 0
  let last = Number.POSITIVE_INFINITY
  let side: StopSide = 'before'
  const counted = async <T>(call: () => Promise<T>): Promise<T> => {
    const own = ++calls
    if (own > last || (own === last && side === 'before')) throw new ProcessStop()
    const answer = await call()
    if (own === last) throw new ProcessStop()
    return answer
  }
  const plainFetch = globalThis.fetch
  const goOn = () => {
    calls = 0
    last = Number.POSITIVE_INFINITY
  }
  beforeEach(() => {
    goOn()
    store().middlewareStack.add((next) => (args) => counted(() => next(args)), { step: 'initialize', name: 'stops' })
    globalThis.fetch = (...request) => counted(() => plainFetch(...request))
  })
  afterEach(() => {
    store().middlewareStack.remove('stops')
    globalThis.fetch = plainFetch
  })
  return {
    goOn,
    calls: () => calls,
    stopAt: (call, where) => {
      goOn()
      last = call
      side = where
    },
  }
}

/**
 * Does something once for each call that it makes: it is stopped there, done again by another process,
 * and looked at. `scene` makes what it is about.
 */
export async function atEveryCall<S>(
  stops: Stops,
  {
    scene,
    act,
    look,
  }: {
    readonly scene: () => Promise<S>
    readonly act: (scene: S) => Promise<unknown>
    readonly look: (scene: S, at: string) => Promise<void>
  },
): Promise<number> {
  const first = await scene()
  stops.goOn()
  await act(first)
  const calls = stops.calls()
  await look(first, 'without a stop')
  for (let call = 1; call <= calls; call++)
    for (const side of sides) {
      stops.goOn()
      const each = await scene()
      stops.stopAt(call, side)
      await act(each).catch(() => {})
      stops.goOn()
      await act(each)
      stops.goOn()
      await look(each, `stopped ${side} call ${call}`)
    }
  return calls
}

/** Ends the lease of a job whose worker was stopped, so that the next one need not wait for it. */
export async function expireLease(id: string): Promise<void> {
  const control = await readControl(id)
  if (!control) return
  await updateItem(jobControlKey(id), { set: { leaseUntil: 1 }, if: { equals: { fence: control.fence } } })
}
