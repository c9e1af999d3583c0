import { env } from '#functions/platform/aws/env.ts'
import { writesOf } from '#functions/platform/store/writes.ts'
import type { Projection } from './projection.ts'

/** One following of a resource: after how many writes of this process it began, and the instant it comes to. */
interface FollowTask {
  readonly startedAt: number
  readonly writes: number
  readonly asOf: Promise<number>
}

/** How far a resource is followed: what runs, what runs next, and what ended last. */
interface Freshness {
  running?: FollowTask
  next?: Promise<number>
  last?: { readonly startedAt: number; readonly writes: number; readonly asOf: number }
}

/** How old a following may be when this process wrote nothing since, in milliseconds. */
const maxAgeMs = 200

/** The longest that a list waits for changes, in milliseconds; it then says how fresh it is. */
const patienceMs = 250

/** How far behind a list may be for that, in milliseconds; an instance that has slept longer waits until it has caught up. */
const nearMs = 30_000

const known = new Map<string, Freshness>()

/** Forgets what was followed, for the file was made anew. */
export const forgetFreshness = (): void => known.clear()

/**
 * Brings a resource up to date and gives the instant that it is as of, in milliseconds. Callers of one moment share one
 * reading; one that cannot be waited for goes on behind the answer.
 */
export async function freshen(projection: Projection, resource: string, ageMs = maxAgeMs): Promise<number> {
  const key = `${env.table} ${resource}`
  const state = known.get(key) ?? {}
  known.set(key, state)
  const { last, running } = state
  const writes = writesOf(resource)
  const age = last && Date.now() - last.startedAt
  // A clock that was set back says nothing of an age.
  const isFresh = age !== undefined && age >= 0 && age < ageMs && last?.writes === writes
  if (last && isFresh) return last.asOf
  const asOf =
    running?.writes === writes
      ? running.asOf
      : running
        ? follows(projection, resource, state)
        : begin(projection, resource, state)
  return isNear(state) && last ? Promise.race([asOf, afterPatience(last.asOf)]) : asOf
}

const isNear = ({ last }: Freshness): boolean => last !== undefined && Date.now() - last.asOf < nearMs

function begin(projection: Projection, resource: string, state: Freshness): Promise<number> {
  const startedAt = Date.now()
  const writes = writesOf(resource)
  const asOf = projection.follow(resource, isNear(state) ? startedAt + patienceMs : undefined)
  state.running = { startedAt, writes, asOf }
  const end = () => {
    state.running = undefined
  }
  asOf.then((reached) => {
    end()
    state.last = { startedAt, writes, asOf: reached }
  }, end)
  return asOf
}

// What runs may have begun before the caller's write: the next reading has it.
function follows(projection: Projection, resource: string, state: Freshness): Promise<number> {
  if (state.next) return state.next
  const run = () => {
    state.next = undefined
    return begin(projection, resource, state)
  }
  state.next = (state.running?.asOf ?? Promise.resolve(0)).then(run, run)
  return state.next
}

const afterPatience = (asOf: number): Promise<number> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(asOf), patienceMs).unref()
  })
