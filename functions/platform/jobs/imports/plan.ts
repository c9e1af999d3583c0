import type { Context } from '#functions/platform/http/context.ts'
import { isIdOf } from '#functions/platform/http/operation.ts'
import { planCreate, planUpdate } from '#functions/platform/records/change.ts'
import { type Change, transactionSteps } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { uniqueKey } from '#functions/platform/store/keys.ts'
import { getItem, getItems, getRecords } from '#functions/platform/store/read.ts'
import { isOwnSite } from '#shared/declaration/access.ts'
import { invalid, Problem } from '#shared/declaration/problem.ts'
import { canonical } from '#shared/values/canonical.ts'
import { type ChunkChanges, reasonOf } from '../chunks.ts'
import type { JobError } from '../notes.ts'
import type { Lines } from './lines.ts'
import { valuesOf } from './values.ts'

type Values = Readonly<Record<string, unknown>>
/** A row as read: its values, or what is wrong with it. */
type RowDraft = { readonly at: number; readonly values: Values; readonly problem?: Problem }

/** What becomes of a stretch of rows: new records, changed ones, and a reason for every row that is refused. */
export async function planLines(context: Context, lines: Lines, from: number, to: number): Promise<ChunkChanges> {
  const places = Array.from({ length: to - from }, (_, n) => from + n)
  const drafts = await Promise.all(places.map((index) => draftOf(lines, index)))
  const found = await existing(lines, drafts)
  const changes: Change[] = []
  const errors: JobError[] = []
  const shown: unknown[] = []
  const tally = { inserted: 0, updated: 0, unchanged: 0 }
  for (const draft of drafts) {
    const row = lines.rowNumber(draft.at)
    const stored = found(draft.values)
    try {
      const change = await planLine(context, lines, draft, stored)
      tally[!change ? 'unchanged' : stored ? 'updated' : 'inserted']++
      if (!change) continue
      changes.push(change)
      shown.push({ row, ...differenceOf(draft.values, stored) })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      errors.push({ id: stored?.record.id ?? '', row, ...reasonOf(error) })
    }
  }
  return { changes, errors, tally, shown }
}

async function draftOf(lines: Lines, index: number): Promise<RowDraft> {
  try {
    return { at: index, values: await valuesOf(lines, index) }
  } catch (error) {
    if (error instanceof Problem) return { at: index, values: {}, problem: error }
    throw error
  }
}

async function planLine(
  context: Context,
  lines: Lines,
  { at: index, values, problem }: RowDraft,
  stored: StoredRecord | undefined,
): Promise<Change | undefined> {
  if (problem) throw problem
  const { entity, asked } = lines
  const before = lines.sameAs(index)
  if (before !== undefined) throw invalid({ root: `Row ${before} is about the same record.` })
  const isSeen = stored && stored.record.deletedAt === undefined && isOwnSite(context.actor, entity, stored.record)
  if (stored ? !isSeen : asked.mode === 'update' || values.id !== undefined)
    throw invalid({ root: 'There is no such record, or it is not one of your sites.' })
  const fields = Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(entity.fields, name)))
  const change = stored ? await planUpdate(context, entity, stored, fields) : await planCreate(context, entity, fields)
  if (change && lines.isDry) await checkFree(context, change)
  return change
}

/** Throws when a unique value of a change is taken; a run that writes hears that from the store. */
async function checkFree(context: Context, change: Change): Promise<void> {
  for (const { unique, write } of transactionSteps(context.origin, [change]).steps) {
    const { pk, sk } = (unique !== undefined && write.Put?.Item) || {}
    if (pk === undefined) continue
    const item = await getItem({ pk: String(pk), sk: String(sk) }, { consistent: true })
    if (item) throw invalid({ [unique ?? 'root']: 'is already taken by another record' })
  }
}

/** The records that rows are about by the key of the file, read together. */
async function existing(
  { entity, asked }: Lines,
  drafts: readonly RowDraft[],
): Promise<(values: Values) => StoredRecord | undefined> {
  const { key } = asked
  if (!key) return () => undefined
  const isWhole = (values: Values) => key.every((name) => values[name] !== undefined)
  const whole = drafts.filter(({ values }) => isWhole(values))
  if (key[0] === 'id') {
    const ids = whole.map(({ values }) => String(values.id)).filter((id) => isIdOf(entity, id))
    const byId = new Map((await getRecords(ids)).map((stored) => [stored.record.id, stored]))
    return (values) => byId.get(String(values.id))
  }
  const keyOf = (values: Values) =>
    uniqueKey(
      entity.resource,
      key,
      key.map((name) => values[name]),
    )
  const keys = new Map(whole.map(({ values }) => keyOf(values)).map((each) => [each.pk, each]))
  const ids = new Map((await getItems([...keys.values()])).map(({ pk, id }) => [String(pk), String(id)]))
  const records = new Map((await getRecords([...ids.values()])).map((stored) => [stored.record.id, stored]))
  return (values) => (isWhole(values) ? records.get(ids.get(keyOf(values).pk) ?? '') : undefined)
}

function differenceOf(values: Values, stored: StoredRecord | undefined): Values {
  if (!stored) return { action: 'insert', values }
  const differs = ([name, value]: [string, unknown]) =>
    canonical(value ?? null) !== canonical(stored.record[name] ?? null)
  const changed = Object.entries(values)
    .filter(([name]) => name !== 'id')
    .filter(differs)
  const changes = Object.fromEntries(changed.map(([name, to]) => [name, { from: stored.record[name] ?? null, to }]))
  return { action: 'update', id: stored.record.id, changes }
}
