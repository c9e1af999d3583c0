import { planCreate, planUpdate } from '#functions/platform/records/change.ts'
import { changesOfStep, withConsequences } from '#functions/platform/records/consequences.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity, RecordValues } from '#shared/declaration/entity.ts'
import { entityOfId } from '#shared/entities/index.ts'
import type { Site } from '#shared/entities/site.ts'
import { inPool } from '#shared/values/inPool.ts'
import type { DemoWriter } from './demoWriter.ts'
import type { Random } from './random.ts'
import { afterWorkingMinutes } from './workingHours.ts'

/** The records of a sequence by their names: `case`, `offer`, `call`. */
export type ActRecords = Readonly<Record<string, AnyRecord | undefined>>

/** The instant of an act, or of the one before it, and the records as they are then. */
export interface ActMoment {
  readonly at: string
  readonly records: ActRecords
}

/** One act: a step or a change of a record, or a new record, which gets the name. */
export interface DemoAct {
  readonly name: string
  /** What is done: a step, a change by form, or the creation of a record. */
  readonly does: { readonly step: string } | 'change' | { readonly creates: Entity }
  /** Working minutes after the act before, or the instant; never earlier than the act before. */
  readonly when: number | ((moment: ActMoment) => string)
  /** The product itself when absent. */
  readonly by?: Actor | ((records: ActRecords) => Actor)
  readonly values?: RecordValues | ((moment: ActMoment) => RecordValues)
  /** It comes when its time has come, between whichever acts stand behind it in the list. */
  readonly hasOwnTime?: true
  /** The act is left out where this does not hold; one of its own time waits for it. */
  readonly only?: (records: ActRecords) => boolean
}

/** Acts that follow one another, on the records of one matter. */
export interface ActSequence {
  readonly site: Site
  readonly random: Random
  readonly startAt: string
  readonly records: Readonly<Record<string, StoredRecord | undefined>>
  readonly acts: readonly DemoAct[]
}

/** The names of records that the product makes by itself. */
const madeNames: Readonly<Record<string, string>> = {
  'follow-ups': 'call',
  'special-reports': 'report',
  promises: 'promise',
}

/** Sequences whose next acts are planned at the same time. */
const plannedTogether = 4

/**
 * Does what many sequences say, by the product's own rules, one act of each at a time; acts that write the same record, such
 * as a patient's, one after the other. An act later than the end of the demo is not done, and none after it. Returns the
 * records of each sequence by their names as they are at the end.
 */
export async function takeActs(
  writer: DemoWriter,
  sequences: readonly ActSequence[],
): Promise<ReadonlyMap<string, StoredRecord>[]> {
  const all = sequences.map((sequence) => new Progress(sequence))
  let going = all
  while (going.length > 0) {
    const plans = await inPool(going, plannedTogether, (progress) => progress.plan(writer))
    const written = new Set<string>()
    const taken: { readonly progress: Progress; readonly plan: ActPlan }[] = []
    for (const [index, progress] of going.entries()) {
      const plan = plans[index]
      if (!plan || plan.changes.some(({ after }) => written.has(after.id))) continue
      for (const { after } of plan.changes) written.add(after.id)
      taken.push({ progress, plan })
    }
    const records = await writer.write(taken.flatMap(({ plan }) => plan.changes))
    let first = 0
    for (const { progress, plan } of taken) {
      progress.advance(plan, records.slice(first, first + plan.changes.length))
      first += plan.changes.length
    }
    going = going.filter((_, index) => plans[index] !== undefined)
  }
  return all.map(({ records }) => records)
}

/** What the next act of a sequence writes. */
interface ActPlan {
  readonly index: number
  readonly at: string
  readonly changes: readonly Change[]
}

/** A sequence with how far it has come. */
class Progress {
  readonly records: Map<string, StoredRecord>
  /** Places of the acts that are done or left out. */
  readonly #done = new Set<number>()
  #at: string

  constructor(private readonly sequence: ActSequence) {
    this.records = new Map(
      Object.entries(sequence.records).flatMap(([name, stored]) => (stored ? [[name, stored]] : [])),
    )
    this.#at = sequence.startAt
  }

  /** Plans the next act; undefined at the end of the sequence, or of the demo. */
  async plan(writer: DemoWriter): Promise<ActPlan | undefined> {
    const records = Object.fromEntries([...this.records].map(([name, { record }]) => [name, record]))
    const index = this.#next(records)
    const act = this.sequence.acts[index]
    if (!act) return undefined
    const at = this.#timeOf(act, records)
    if (at > writer.now) return undefined
    const changes = await this.#changesOf(writer, act, { at, records })
    return { index, at, changes: writer.told(changes) }
  }

  /** The place of the next act: the following one of the list, or one of its own time that comes before it. */
  #next(records: ActRecords): number {
    const { acts } = this.sequence
    const isOpen = (index: number) => index >= 0 && !this.#done.has(index)
    const holds = ({ only }: DemoAct) => only === undefined || only(records)
    const following = acts.findIndex((act, index) => !act.hasOwnTime && isOpen(index))
    const limit = following < 0 ? acts.length : following
    const timed = acts.flatMap((act, index) =>
      act.hasOwnTime && index < limit && isOpen(index) && holds(act) ? [index] : [],
    )
    const timeOf = (index: number) => this.#timeOf(acts[index] as DemoAct, records)
    const first = timed.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : a - b))[0] ?? -1
    const main = acts[following]
    if (!main) return first
    if (holds(main)) return first >= 0 && timeOf(first) < timeOf(following) ? first : following
    if (first >= 0) return first
    this.#done.add(following)
    return this.#next(records)
  }

  #timeOf({ when }: DemoAct, records: ActRecords): string {
    const at = this.#at
    const wanted = typeof when === 'number' ? afterWorkingMinutes(this.sequence.site, at, when) : when({ at, records })
    return wanted > at ? wanted : at
  }

  /** Goes on after an act that was written. */
  advance({ index, at, changes }: ActPlan, written: readonly StoredRecord[]): void {
    this.#done.add(index)
    this.#at = at
    const act = this.sequence.acts[index]
    const names = new Map([...this.records].map(([name, { record }]) => [record.id, name]))
    for (const [place, stored] of written.entries()) {
      const { entity, before } = changes[place] ?? {}
      const isOwn = place === 0 && typeof act?.does === 'object' && 'creates' in act.does
      const made = before ? undefined : isOwn ? act.name : madeNames[entity?.resource ?? '']
      const name = names.get(stored.record.id) ?? made
      if (name) this.records.set(name, stored)
    }
  }

  async #changesOf(writer: DemoWriter, { name, does, by, values }: DemoAct, moment: ActMoment): Promise<Change[]> {
    const actor = typeof by === 'function' ? by(moment.records) : by
    const context = writer.contextOf({ at: moment.at, by: actor })
    const body = typeof values === 'function' ? values(moment) : values
    const withOrigin = (changes: readonly Change[]) => changes.map((change) => ({ ...change, origin: context.origin }))
    if (typeof does === 'object' && 'creates' in does) {
      const id = this.sequence.random.id(does.creates, moment.at)
      const change = await planCreate(context, does.creates, body, { id, isOwnOperation: actor === undefined })
      return withOrigin(await withConsequences(context, change))
    }
    const stored = this.records.get(name)
    const entity = stored && entityOfId(stored.record.id)
    if (!stored || !entity) throw new Error(`The demo has no ${name} to act on`)
    if (does === 'change')
      return withOrigin(await withConsequences(context, await planUpdate(context, entity, stored, body)))
    const step = { name: does.step, values: body, ...(actor === undefined && { isConsequence: true as const }) }
    return withOrigin(await changesOfStep(context, entity, stored, step, []))
  }
}
