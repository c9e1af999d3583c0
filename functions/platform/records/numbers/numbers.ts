import type { Context } from '#functions/platform/http/context.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { type Key, sequenceKey } from '#functions/platform/store/keys.ts'
import { getAnyRecord, getItem } from '#functions/platform/store/read.ts'
import { type TransactionStep, updateItemStep } from '#functions/platform/store/steps.ts'
import { ConditionFailure } from '#functions/platform/store/transact.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { refuse } from '#shared/refusals.ts'
import { retryOnConflict } from '../retryOnConflict.ts'
import { inLines } from './inLine.ts'

/** How long a write waits for its numbers, in milliseconds; an HTTP API waits 30 seconds for all of it. */
const waitMs = 24_000

/** Which sequence the number of a new record is of. */
interface SequencePlace {
  readonly parts: readonly string[]
  readonly key: Key
}

/** A sequence as one transaction advances it. */
interface Draw {
  readonly key: Key
  readonly last: number
  next: number
}

/** A write of changes that have their numbers, with the steps that advance the sequences. */
type NumberedWrite<T> = (numbered: Change[], steps: TransactionStep[]) => Promise<T>

/**
 * Writes changes with the human numbers of their new records. Numbers have no gaps, because they are drawn in the
 * transaction that writes the records; so only one write of a sequence can succeed at a time, and those of this instance
 * stand in line for it. Throws NUMBERING_BUSY when others came first for 24 seconds.
 */
export async function withNumbers<T>(
  context: Context,
  changes: readonly Change[],
  write: NumberedWrite<T>,
): Promise<T> {
  const places = new Map<Change, SequencePlace>()
  for (const change of changes) {
    const { sequence, resource } = change.entity
    if (!sequence || change.before || change.after[sequence.fact] !== undefined) continue
    const parts = await partsOf(context, change)
    places.set(change, { parts, key: sequenceKey(resource, parts) })
  }
  if (places.size === 0) return write([...changes], [])
  const busy = refuse('NUMBERING_BUSY')
  const startedAt = Date.now()
  const names = [...places.values()].map(({ key }) => key.pk)
  return inLines(names, async () => {
    const forMs = waitMs - (Date.now() - startedAt)
    if (forMs <= 0) throw new Problem(busy, { retryAfter: 2 })
    return retryOnConflict(() => draw(changes, places, write), { forMs, busy, isConflict: isDrawnTwice })
  })
}

const isDrawnTwice = (error: unknown): boolean => error instanceof ConditionFailure && error.means === 'sequence'

async function draw<T>(
  changes: readonly Change[],
  places: ReadonlyMap<Change, SequencePlace>,
  write: NumberedWrite<T>,
) {
  const draws = new Map<string, Draw>()
  const numbered: Change[] = []
  for (const change of changes) {
    const [place, { sequence }] = [places.get(change), change.entity]
    if (!place || !sequence) {
      numbered.push(change)
      continue
    }
    const { key, parts } = place
    const own = draws.get(key.pk) ?? (await drawFrom(key))
    draws.set(key.pk, own)
    own.next++
    const number = [sequence.prefix, ...parts, String(own.next).padStart(sequence.digits, '0')].join('-')
    numbered.push({ ...change, after: { ...change.after, [sequence.fact]: number } })
  }
  const steps = [...draws.values()].map(({ key, last, next }) =>
    updateItemStep(key, { set: { n: next }, if: { equals: { n: last || undefined } } }, { means: 'sequence' }),
  )
  for (const { key } of draws.values()) recent.delete(key.pk)
  const written = await write(withCopies(numbered), steps)
  for (const { key, next } of draws.values()) recent.set(key.pk, { last: next, untilMs: Date.now() + recentMs })
  return written
}

/** Changes in which the new records that copy the number of a record written with them have it too. */
const withCopies = (changes: readonly Change[]): Change[] =>
  changes.map((change) => {
    const { before, entity, after } = change
    const copied = Object.entries(before ? {} : (entity.copies ?? {})).flatMap(([name, [reference, field]]) => {
      const source = changes.find((each) => each.after.id === after[reference] && each.entity.sequence?.fact === field)
      return source ? [[name, source.after[field]]] : []
    })
    return copied.length > 0 ? { ...change, after: { ...after, ...Object.fromEntries(copied) } } : change
  })

/** Last numbers that this instance drew a moment ago, so that the next in line need not read them; a wrong one fails. */
const recent = new Map<string, { readonly last: number; readonly untilMs: number }>()
const recentMs = 1000
const mostRecent = 1000

async function drawFrom(key: Key): Promise<Draw> {
  if (recent.size > mostRecent) recent.clear()
  const known = recent.get(key.pk)
  const isKnown = known !== undefined && known.untilMs > Date.now()
  const last = isKnown ? known.last : Number((await getItem(key, { consistent: true }))?.n ?? 0)
  return { key, last, next: last }
}

async function partsOf({ origin }: Context, { entity, after }: Change): Promise<string[]> {
  const parts: string[] = []
  for (const name of entity.sequence?.per ?? []) {
    if (name === 'year') parts.push(origin.at.slice(0, 4))
    else if (name.endsWith('Id')) parts.push(await codeOf(String(after[name])))
    else parts.push(String(after[name]))
  }
  return parts
}

// A site is known by its code, anything else by the end of its id, so that a number stays short and unique.
async function codeOf(id: string): Promise<string> {
  const code = (await getAnyRecord(id))?.record.code
  return typeof code === 'string' ? code : id.slice(-4)
}
