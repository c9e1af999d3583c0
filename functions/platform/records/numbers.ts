import type { Context } from '#functions/platform/http/context.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { type Key, sequenceKey } from '#functions/platform/store/keys.ts'
import { getAnyRecord, getItem } from '#functions/platform/store/read.ts'
import { type TransactionStep, updateItemStep } from '#functions/platform/store/steps.ts'

/** A sequence as one transaction advances it. */
interface Draw {
  readonly key: Key
  readonly last: number
  next: number
}

/**
 * The changes with the human numbers of new records, and the steps that advance the sequences: they belong in the same
 * transaction, so that numbers have no gaps.
 */
export async function numberNew(
  context: Context,
  changes: readonly Change[],
): Promise<{ numbered: Change[]; steps: TransactionStep[] }> {
  const draws = new Map<string, Draw>()
  const numbered: Change[] = []
  for (const change of changes) {
    const { sequence, resource } = change.entity
    if (!sequence || change.before || change.after[sequence.fact] !== undefined) {
      numbered.push(change)
      continue
    }
    const parts = await partsOf(context, change)
    const key = sequenceKey(resource, parts)
    const draw = draws.get(key.pk) ?? (await drawFrom(key))
    draws.set(key.pk, draw)
    draw.next++
    const number = [sequence.prefix, ...parts, String(draw.next).padStart(sequence.digits, '0')].join('-')
    numbered.push({ ...change, after: { ...change.after, [sequence.fact]: number } })
  }
  const steps = [...draws.values()].map(({ key, last, next }) =>
    updateItemStep(key, { set: { n: next }, if: { equals: { n: last || undefined } } }, { means: 'sequence' }),
  )
  return { numbered, steps }
}

async function drawFrom(key: Key): Promise<Draw> {
  const last = Number((await getItem(key, { consistent: true }))?.n ?? 0)
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
