import { log } from '#functions/platform/aws/log.ts'
import { problem } from '#shared/declaration/problem.ts'
import { isDamage, isFull } from './file/sqlite.ts'
import { forgetFreshness } from './freshness.ts'
import type { Projection } from './projection.ts'
import { isThreadEnd } from './threadMessages.ts'

/** How often a projection has been made anew, and the last time that it was. */
interface Renewal {
  readonly number: number
  readonly done: Promise<void>
}

const renewals = new WeakMap<Projection, Renewal>()

const renewalOf = (from: Projection): Renewal => renewals.get(from) ?? { number: 0, done: Promise.resolve() }

/** Makes a projection anew that was found damaged after its renewal of a number; all who found it share one making. */
function renew(from: Projection, number: number): Promise<void> {
  const last = renewalOf(from)
  if (last.number !== number) return last.done
  if (closed.has(from)) return Promise.reject(new Error('The projection is closed'))
  log({ at: new Date().toISOString(), projectionRenewed: number + 1 })
  forgetFreshness()
  const done = from.renew()
  renewals.set(from, { number: number + 1, done })
  return done
}

/** Projections that are closed: what is asked of them is not worth another file. */
const closed = new WeakSet<Projection>()

/** Closes a projection, after the making that may run. */
export async function close(from: Projection): Promise<void> {
  closed.add(from)
  await renewalOf(from).done.catch(() => undefined)
  await from.close()
}

const isUnusable = (error: unknown): boolean => isDamage(error) || isThreadEnd(error)

/** How often one question has a damaged file made anew. */
const mostRenewals = 2

/** Asks a projection, which is made anew when it turns out to be damaged; throws the problem of a full disk. */
export async function answered<T>(open: () => Promise<Projection>, ask: (from: Projection) => Promise<T>): Promise<T> {
  let damagedIn: number | undefined
  for (let attempt = 0; ; attempt++) {
    let number = damagedIn
    try {
      const from = await open()
      if (damagedIn !== undefined) await renew(from, damagedIn)
      damagedIn = undefined
      const last = renewalOf(from)
      number = last.number
      await last.done.catch(() => undefined)
      return await ask(from)
    } catch (error) {
      if (isFull(error)) throw problem('LISTS_FULL')
      if (!isUnusable(error) || attempt === mostRenewals) throw error
      damagedIn = number
    }
  }
}

/** The same items; damage that is found among them has the projection made anew before it is thrown. */
export async function* renewedAfterDamage<T>(from: Projection, items: AsyncGenerator<T>): AsyncGenerator<T> {
  const { number } = renewalOf(from)
  try {
    yield* items
  } catch (error) {
    if (isUnusable(error)) await renew(from, number)
    throw error
  }
}
