import { env } from '#functions/platform/aws/env.ts'
import type { Context } from '#functions/platform/http/context.ts'
import { type Change, commit, TransactionRefused, type TransactionStep } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { sequenceKey } from '#functions/platform/store/keys.ts'
import { getItem, getRecord } from '#functions/platform/store/read.ts'
import { visible } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { invalid, notFound, Problem } from '#shared/declaration/problem.ts'

/** How often a number is drawn again when others draw at the same time. */
const attempts = 24

/** Writes changes in one transaction; what failed to hold becomes the problem a caller understands. */
export async function save(
  context: Context,
  changes: readonly Change[],
  extra: readonly TransactionStep[] = [],
): Promise<StoredRecord[]> {
  for (let attempt = 1; ; attempt++) {
    const { numbered, steps } = await numberNew(context, changes)
    try {
      return await commit(context.origin, numbered, [...steps, ...extra])
    } catch (error) {
      if (!(error instanceof TransactionRefused)) throw error
      if (error.what === 'sequence' && attempt < attempts) {
        await new Promise((done) => setTimeout(done, Math.random() * 20 * attempt))
        continue
      }
      throw await problemOf(context, error, changes)
    }
  }
}

/** Writes changes unless somebody else changed a record first; false when what they did stands. */
export async function saveFirst(
  context: Context,
  changes: readonly Change[],
  extra: readonly TransactionStep[] = [],
): Promise<boolean> {
  try {
    await save(context, changes, extra)
    return true
  } catch (error) {
    if (isStale(error)) return false
    throw error
  }
}

async function problemOf(context: Context, error: TransactionRefused, changes: readonly Change[]): Promise<unknown> {
  if (error.what === 'unique')
    return invalid(
      Object.fromEntries(error.about.split(',').map((name) => [name, 'is already taken by another record'])),
    )
  if (error.what === 'sequence')
    return new Problem(503, 'Too many records are being numbered at once. Try again.', { retryAfter: 1 })
  if (error.what !== 'version') return error
  const entity = changes.find((change) => change.after.id === error.about)?.entity
  const current = await getRecord(error.about, { consistent: true })
  if (!entity || !current) return notFound()
  return staleVersion(context, entity, current.record)
}

/** The 412 that carries the record as it stands now, so that nothing of either side is lost. */
export const staleVersion = (context: Context, entity: Entity, current: AnyRecord): Problem =>
  new Problem(
    412,
    'Somebody else changed this record meanwhile. Nothing of theirs was overwritten; look at both and decide.',
    {
      current: visible(context.actor, entity, current),
    },
  )

/** Whether a write failed because somebody else changed the record first. */
export const isStale = (error: unknown): boolean => error instanceof Problem && error.status === 412

/** Draws the human numbers of new records, gapless: the draw is part of the same transaction. */
async function numberNew(
  context: Context,
  changes: readonly Change[],
): Promise<{ numbered: Change[]; steps: TransactionStep[] }> {
  const drawn = new Map<string, { last: number; next: number; resource: string; parts: string[] }>()
  const numbered: Change[] = []
  for (const change of changes) {
    const { sequence } = change.entity
    if (!sequence || change.before || change.after[sequence.fact] !== undefined) {
      numbered.push(change)
      continue
    }
    const parts = await partsOf(context, change)
    const key = sequenceKey(change.entity.resource, parts)
    const item = drawn.has(key.pk) ? undefined : await getItem(key, { consistent: true })
    const draw = drawn.get(key.pk) ?? {
      last: Number(item?.n ?? 0),
      next: Number(item?.n ?? 0),
      resource: change.entity.resource,
      parts,
    }
    draw.next++
    drawn.set(key.pk, draw)
    const number = [sequence.prefix, ...parts, String(draw.next).padStart(sequence.digits, '0')].join('-')
    numbered.push({ ...change, after: { ...change.after, [sequence.fact]: number } })
  }
  const steps = [...drawn.values()].map(
    ({ last, next, resource, parts }): TransactionStep => ({
      means: 'sequence',
      write: {
        Update: {
          TableName: env.table,
          Key: { ...sequenceKey(resource, parts) },
          UpdateExpression: 'SET n = :next',
          ConditionExpression: last === 0 ? 'attribute_not_exists(n)' : 'n = :last',
          ExpressionAttributeValues: { ':next': next, ...(last > 0 && { ':last': last }) },
        },
      },
    }),
  )
  return { numbered, steps }
}

async function partsOf(context: Context, { entity, after }: Change): Promise<string[]> {
  const parts: string[] = []
  for (const name of entity.sequence?.per ?? []) {
    if (name === 'year') parts.push(context.origin.at.slice(0, 4))
    else if (name.endsWith('Id')) parts.push(await codeOf(String(after[name])))
    else parts.push(String(after[name]))
  }
  return parts
}

// A site is known by its code, anything else by the end of its id, so that a number stays short and unique.
async function codeOf(id: string): Promise<string> {
  const code = (await getRecord(id))?.record.code
  return typeof code === 'string' ? code : id.slice(-4)
}
