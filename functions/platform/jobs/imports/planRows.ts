import type { Context } from '#functions/platform/http/context.ts'
import { noteAccess } from '#functions/platform/records/accessLog.ts'
import { planCreate, planUpdate } from '#functions/platform/records/change.ts'
import { withConsequences } from '#functions/platform/records/consequences.ts'
import { isReached } from '#functions/platform/records/reach.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { readKeysOf } from '#functions/platform/store/persons/keysOfChanges.ts'
import type { Difference } from '#shared/api/transfer.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { Problem, problem } from '#shared/declaration/problem.ts'
import type { JobError } from '#shared/entities/job.ts'
import { isSame } from '#shared/values/canonical.ts'
import type { ChunkChanges } from '../chunks.ts'
import { jobErrorOf, problemOfOne } from '../jobError.ts'
import { type ImportFile, rowNumber } from './importFile.ts'
import { recordsByKey } from './recordsByKey.ts'
import { checkRowSize } from './rowSize.ts'
import { keyValuesOf, valuesOf } from './rowValues.ts'
import type { UniqueClaims } from './UniqueClaims.ts'

/** What is known of a file before its first row is planned. */
export interface FilePlan {
  readonly file: ImportFile
  /** Number of an earlier row about the same record, by the index of a row. */
  readonly sameRows: ReadonlyMap<number, number>
  /** What a check takes of unique values; an import learns it from each transaction. */
  readonly claims?: UniqueClaims
  /** What the check of the file said of each filled row. */
  readonly promised?: CheckedRows
}

/** What a check said: of each filled row the version of its record, 0 for a new one; and by number, why some are refused. */
export interface CheckedRows {
  readonly outcomes: readonly number[]
  readonly errors: ReadonlyMap<number, JobError>
}

/** What follows from some rows: besides the changes, what each row comes to. */
export interface RowOutcomes extends Required<Omit<ChunkChanges, 'from' | 'to' | 'changed'>> {
  readonly outcomes: readonly number[]
}

/** A row as read: the values that find its record, or what is wrong with it. */
interface RowDraft {
  readonly index: number
  readonly values: RecordValues
  readonly problem?: Problem
}

/** What follows from the filled rows between two places: new records, changed ones, and an error for each row refused. */
export async function planRows(context: Context, plan: FilePlan, from: number, to: number): Promise<RowOutcomes> {
  const { file } = plan
  const drafts = await Promise.all(file.filled.slice(from, to).map((index) => draftOf(file, index)))
  const recordOf = await recordsByKey(
    file,
    drafts.map(({ values }) => values),
  )
  await readKeysOf(
    file.entity,
    drafts.flatMap(({ values }) => [values, recordOf(values)?.record ?? {}]),
  )
  const changes: Change[] = []
  const errors: JobError[] = []
  const differences: Difference[] = []
  const outcomes: number[] = []
  const counts = { inserted: 0, updated: 0, unchanged: 0 }
  for (const [offset, draft] of drafts.entries()) {
    const row = rowNumber(draft.index)
    const stored = recordOf(draft.values)
    const refusal = plan.promised?.errors.get(row)
    if (refusal) {
      errors.push(refusal)
      continue
    }
    try {
      const { values, planned } = await planRow(context, plan, draft, stored)
      checkPromise(plan.promised?.outcomes[from + offset], stored)
      outcomes.push(stored?.record.version ?? 0)
      counts[planned.length === 0 ? 'unchanged' : stored ? 'updated' : 'inserted']++
      if (planned.length === 0) continue
      changes.push(...planned)
      differences.push({ row, ...differenceOf(values, stored) })
    } catch (error) {
      const refused = problemOfOne(error, stored?.record.id ?? `row ${row}`)
      // A record out of reach is not named, as if there were none.
      const id = refused.refusal.rule === 'NOT_FOUND' ? '' : (stored?.record.id ?? '')
      errors.push(jobErrorOf(refused, { id, row }))
      outcomes.push(refusedRow)
    }
  }
  return { changes, errors, counts, differences, outcomes }
}

/** What a check says of a row that it refuses. */
const refusedRow = -1

/** Throws the refusal of a row whose record is not as the check found it. */
function checkPromise(promised: number | undefined, stored: StoredRecord | undefined): void {
  if (promised !== undefined && promised !== (stored?.record.version ?? 0)) throw problem('CHECK_OUTDATED')
}

async function draftOf(file: ImportFile, index: number): Promise<RowDraft> {
  try {
    checkRowSize(file.rows[index] ?? [])
    return { index, values: await keyValuesOf(file, index, new Set(file.request.key)) }
  } catch (error) {
    if (error instanceof Problem) return { index, values: {}, problem: error }
    throw error
  }
}

/** The change that a row makes, with what follows from it; nothing when the record is as the row says. */
async function planRow(
  context: Context,
  { file, sameRows, claims }: FilePlan,
  draft: RowDraft,
  stored: StoredRecord | undefined,
): Promise<{ readonly values: RecordValues; readonly planned: Change[] }> {
  if (draft.problem) throw draft.problem
  const { entity, request, isDry } = file
  const isVisible = stored && stored.record.deletedAt === undefined && (await isReached(context, entity, stored.record))
  const values = await valuesOf(file, draft.index, isVisible ? stored.record : {})
  const row = sameRows.get(draft.index)
  if (row !== undefined) throw problem('SAME_ROW', { row })
  if (stored ? !isVisible : request.mode === 'update' || values.id !== undefined) throw problem('NOT_FOUND')
  const fields = Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(entity.fields, name)))
  const change = stored ? await planUpdate(context, entity, stored, fields) : await planCreate(context, entity, fields)
  const planned = await withConsequences(context, change)
  await claims?.take(draft.index, planned)
  // Only a dry run shows what stands in the record.
  if (change && isDry && stored) await noteAccess(context, entity, [stored.record], 'record')
  return { values, planned }
}

function differenceOf(values: RecordValues, stored: StoredRecord | undefined) {
  if (!stored) return { action: 'insert', values } as const
  const { record } = stored
  const changes = Object.entries(values)
    .filter(([name, to]) => name !== 'id' && !isSame(to, record[name]))
    .map(([name, to]) => [name, { from: record[name] ?? null, to }])
  return { action: 'update', id: record.id, changes: Object.fromEntries(changes) } as const
}
