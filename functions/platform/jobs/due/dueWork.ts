import { log } from '#functions/platform/aws/log.ts'
import { isStale } from '#functions/platform/records/retryOnConflict.ts'
import { letTickFailureWait, tickFailures } from '#functions/platform/store/items/deliveryItems.ts'
import { deliveryKey } from '#functions/platform/store/keys.ts'
import { extendLease } from '#functions/platform/store/lease.ts'
import { type Event, eventsFrom } from '#functions/platform/store/outbox.ts'
import { type DueEntry, dueEntries } from '#functions/platform/store/readIndex.ts'
import type { TickName } from '#shared/declaration/schedules.ts'
import { nextAttemptAt } from '#shared/rules/deadLetters/pauses.ts'
import { inPool } from '#shared/values/inPool.ts'
import { reasonOf } from '../consumers.ts'
import { type TickContext, type TickCounts, type TickHandler, tickLeaseMs } from '../tick.ts'
import { type DueItem, dueEvent } from './dueItem.ts'

/** What a tick does with one thing that is due, at home and on AWS, for the first time and after a failure. */
export interface DueWork {
  readonly tick: TickName
  /** What its run counts, for a log that shows zeros too. */
  readonly counts: readonly string[]
  /** What is due at the instant of the tick; the records whose declaration names this tick, without it. */
  readonly due?: (tick: TickContext) => AsyncIterable<DueItem>
  /** Does what is due of one thing as it is now, which may be nothing, and counts it. It may be called twice. */
  readonly work: (tick: TickContext, item: DueItem) => Promise<TickCounts>
  /** How many are worked on at the same time; one, without it. */
  readonly together?: number
}

/** Things that are noted as begun in one write, before any of them is worked on. */
const batchSize = 25

/** How long a run takes up things; the rest waits for the next one. Less than a function runs, in milliseconds. */
const runMs = 7 * 60_000

/** The handler of a tick that works on what is due, each thing by itself: one that fails stops no other. */
export const dueTick =
  (work: DueWork): TickHandler =>
  (tick) =>
    new DueRun(work, tick).run()

/**
 * One run of a tick. What fails waits with growing pauses, as events do that a consumer failed to handle, and the run goes
 * on; what ends the process is found in the lease by the next run, and waits in the same way.
 */
class DueRun {
  readonly #counts: Record<string, number>
  readonly #until = Date.now() + runMs
  /** Whether the lease names anything as begun. */
  #hasBegun: boolean

  constructor(
    readonly work: DueWork,
    readonly tick: TickContext,
  ) {
    this.#hasBegun = tick.lease.begun !== undefined && tick.lease.begun !== '[]'
    this.#counts = Object.fromEntries([...work.counts, 'failed'].map((name) => [name, 0]))
  }

  async run(): Promise<TickCounts> {
    const { work, tick } = this
    await this.#leaveInterrupted()
    const failures: DueEntry[] = []
    for await (const failure of tickFailures(work.tick)) failures.push(failure)
    const isOwn = await this.#workOnDue(new Set(failures.map(({ key }) => key.pk)))
    if (!isOwn) return this.#counts
    const again = failures.filter(({ dueAt }) => dueAt <= tick.context.origin.at)
    if (again.length === 0) return this.#counts
    const each = async (item: DueItem) => this.#count(await work.work(tick, item))
    // Failures are rare, and a cold start does without the code for them.
    const { retryFailures } = await import('./dueFailures.ts')
    const failed = await retryFailures(tick, again, each, () => Date.now() < this.#until)
    this.#count({ failed })
    return this.#counts
  }

  #count(counts: TickCounts): void {
    for (const [name, count] of Object.entries(counts)) this.#counts[name] = (this.#counts[name] ?? 0) + count
  }

  /** Works on what is due and has not failed before; false when another worker has the lease by now. */
  async #workOnDue(failed: ReadonlySet<string>): Promise<boolean> {
    const { work, tick } = this
    const isWaiting = (item: DueItem) => failed.has(deliveryKey(work.tick, dueEvent(item).eventId).pk)
    let batch: DueItem[] = []
    for await (const item of (work.due ?? dueRecords(work.tick))(tick)) {
      if (isWaiting(item)) continue
      if (Date.now() > this.#until) break
      if (batch.push(item) < batchSize) continue
      if (!(await this.#workOnBatch(batch))) return false
      batch = []
    }
    if (batch.length > 0 && !(await this.#workOnBatch(batch))) return false
    return !this.#hasBegun || this.#noteBegun([])
  }

  async #workOnBatch(batch: readonly DueItem[]): Promise<boolean> {
    this.#hasBegun = true
    if (!(await this.#noteBegun(batch))) return false
    await inPool(batch, this.work.together ?? 1, (item) => this.#attempt(item))
    return true
  }

  async #attempt(item: DueItem): Promise<void> {
    const { work, tick } = this
    try {
      this.#count(await work.work(tick, item))
    } catch (error) {
      // Somebody else changed the record at the same moment, and what is due of it is found again.
      if (isStale(error)) return
      this.#count({ failed: 1 })
      const reason = reasonOf(error)
      log({ at: new Date().toISOString(), tick: work.tick, about: item.id, failed: true, error: reason })
      await this.#letWait(dueEvent(item), reason).catch((fault) =>
        log({ at: new Date().toISOString(), tick: work.tick, about: item.id, failed: true, error: reasonOf(fault) }),
      )
    }
  }

  async #letWait(event: Event, reason: string): Promise<void> {
    const { at: now } = this.tick.context.origin
    const failure = {
      consumer: this.work.tick,
      events: [event],
      attempts: 1,
      firstFailedAt: now,
      lastFailedAt: now,
      reason,
    }
    await letTickFailureWait(failure, nextAttemptAt(1, now, Math.random()) ?? now)
  }

  async #noteBegun(batch: readonly DueItem[]): Promise<boolean> {
    const begun = JSON.stringify(batch.map(dueEvent))
    return (await extendLease(this.tick.lease, tickLeaseMs, { set: { begun } })) !== undefined
  }

  /** What the run before had begun when its process ended waits, each by itself, so that the one that ended it is found. */
  async #leaveInterrupted(): Promise<void> {
    for (const event of eventsFrom({ events: this.tick.lease.begun })) await this.#letWait(event, 'Interrupted')
  }
}

/** The records that wait for a tick and are due. */
export const dueRecords = (name: TickName) =>
  async function* ({ context }: TickContext): AsyncGenerator<DueItem> {
    for await (const { key, dueAt } of dueEntries(name, context.origin.at, context.meter))
      yield { id: key.pk, at: dueAt, occasion: dueAt }
  }
