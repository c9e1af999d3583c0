import type { Context } from '#functions/platform/http/context.ts'
import { noteAccess } from '#functions/platform/records/accessLog.ts'
import { planUpdate } from '#functions/platform/records/change.ts'
import { withConsequences } from '#functions/platform/records/consequences.ts'
import { changeOne, checkVersion } from '#functions/platform/records/load.ts'
import { isReached } from '#functions/platform/records/reach.ts'
import { save, staleVersion } from '#functions/platform/records/save.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { readKeysOf } from '#functions/platform/store/persons/keysOfChanges.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import type { RowPatch } from '#shared/api/rows.ts'
import { visible } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { isSame } from '#shared/values/canonical.ts'
import { inPool } from '#shared/values/inPool.ts'

/** The record of a row as it then is, or why it was not changed. */
export type RowOutcome = { readonly record: AnyRecord } | { readonly error: unknown }

/** Rows in one transaction: each takes its record, its history and a few more of the hundred writes. */
const rowsTogether = 24

/** Transactions and single rows that are written at the same time. */
const writtenTogether = 8

interface PlannedRow {
  readonly index: number
  readonly change: Change
}

/**
 * Changes rows, each on what it was based on: read in one batch, and several written in one transaction. Where that fails,
 * and where a row writes other records too, it is changed by itself, so that one refused row stops no other.
 */
export async function changeTogether(
  context: Context,
  entity: Entity,
  rows: readonly RowPatch[],
): Promise<RowOutcome[]> {
  const own = { ...context, references: new Map() }
  const outcomes: RowOutcome[] = []
  const stored = await storedOf(own, entity, rows)
  const planned: PlannedRow[] = []
  const alone: number[] = []
  for (const [index, row] of rows.entries()) {
    const before = stored.get(row.id)
    // A row that names its record again comes after the first: it is judged by what that one made of it.
    if (!before || !stored.delete(row.id)) alone.push(index)
    else
      try {
        const changes = await changesOf(own, entity, before, row)
        const [change] = changes
        if (changes.length > 1) alone.push(index)
        else if (change) planned.push({ index, change })
        else outcomes[index] = { record: before.record }
      } catch (error) {
        outcomes[index] = { error }
      }
  }
  const parts: PlannedRow[][] = []
  for (let start = 0; start < planned.length; start += rowsTogether)
    parts.push(planned.slice(start, start + rowsTogether))
  await inPool(parts, writtenTogether, async (part) => {
    const saved = await savedTogether(own, part)
    for (const [place, { index }] of part.entries()) {
      const record = saved?.[place]?.record
      if (record) outcomes[index] = { record }
      else alone.push(index)
    }
  })
  await inPool(alone, writtenTogether, async (index) => {
    const row = rows[index]
    if (row) outcomes[index] = await changeAlone(context, entity, row)
  })
  return outcomes
}

/** The records of the rows that the actor reaches, by id, with all that planning reads of them in batches. */
async function storedOf(context: Context, entity: Entity, rows: readonly RowPatch[]) {
  const ids = [...new Set(rows.map(({ id }) => id))]
  const all = await getRecords(entity, ids, { meter: context.meter, consistent: true, onDamaged: () => {} })
  const reached = new Map<string, StoredRecord>()
  for (const each of all)
    if (each.record.deletedAt === undefined && (await isReached(context, entity, each.record)))
      reached.set(each.record.id, each)
  const records = [...reached.values()].map(({ record }) => record)
  await Promise.all([readKeysOf(entity, records), noteAccess(context, entity, records, 'record')])
  return reached
}

async function changesOf(context: Context, entity: Entity, stored: StoredRecord, row: RowPatch): Promise<Change[]> {
  checkVersion(context, entity, stored, row.version)
  checkAsSeen(context, entity, stored, row)
  return withConsequences(context, await planUpdate(context, entity, stored, row.changes))
}

/** Throws the 412 when a field that is to change has neither the value that the caller saw nor the one it is to get. */
function checkAsSeen(context: Context, entity: Entity, { record }: StoredRecord, { was, changes }: RowPatch): void {
  if (!was) return
  // A field that the actor may not see must not be guessed by what it is compared with.
  const seen = visible(context.actor, entity, record)
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(was, name)) throw problem('VERSION_NEEDED')
    const current = seen[name] ?? null
    if (!isSame(current, was[name] ?? null) && !isSame(current, value ?? null))
      throw staleVersion(context, entity, record)
  }
}

/** Writes some rows in one transaction; undefined when that failed and nothing is known to be written. */
async function savedTogether(context: Context, part: readonly PlannedRow[]): Promise<StoredRecord[] | undefined> {
  try {
    return await save(
      context,
      part.map(({ change }) => change),
    )
  } catch {
    return undefined
  }
}

async function changeAlone(context: Context, entity: Entity, row: RowPatch): Promise<RowOutcome> {
  try {
    return await changeOne(context, entity, row, (own, stored) => changesOf(own, entity, stored, row))
  } catch (error) {
    return { error }
  }
}
