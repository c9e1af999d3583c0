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
import { checkUnique, recordsByKey } from './recordsByKey.ts'
import { checkRowSize } from './rowSize.ts'
import { valuesOf } from './rowValues.ts'

/** A row as read: its values, or what is wrong with it. */
interface RowDraft {
  readonly index: number
  readonly values: RecordValues
  readonly problem?: Problem
}

/** What follows from the rows between two indexes: new records, changed ones, and an error for each row refused. */
export async function planRows(
  context: Context,
  file: ImportFile,
  from: number,
  to: number,
): Promise<Required<ChunkChanges>> {
  // A row that is left free in a workbook is there only so that the others have their number.
  const indexes = Array.from({ length: to - from }, (_, offset) => from + offset).filter(
    (index) => file.rows[index]?.length !== 0,
  )
  const drafts = await Promise.all(indexes.map((index) => draftOf(file, index)))
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
  const counts = { inserted: 0, updated: 0, unchanged: 0 }
  for (const draft of drafts) {
    const row = rowNumber(draft.index)
    const stored = recordOf(draft.values)
    try {
      const planned = await planRow(context, file, draft, stored)
      counts[planned.length === 0 ? 'unchanged' : stored ? 'updated' : 'inserted']++
      if (planned.length === 0) continue
      changes.push(...planned)
      differences.push({ row, ...differenceOf(draft.values, stored) })
    } catch (error) {
      const refused = problemOfOne(error, stored?.record.id ?? `row ${row}`)
      // A record out of reach is not named, as if there were none.
      const id = refused.refusal.rule === 'NOT_FOUND' ? '' : (stored?.record.id ?? '')
      errors.push(jobErrorOf(refused, { id, row }))
    }
  }
  return { changes, errors, counts, differences }
}

async function draftOf(file: ImportFile, index: number): Promise<RowDraft> {
  try {
    checkRowSize(file.rows[index] ?? [])
    return { index, values: await valuesOf(file, index) }
  } catch (error) {
    if (error instanceof Problem) return { index, values: {}, problem: error }
    throw error
  }
}

/** The change that a row makes, with what follows from it; nothing when the record is as the row says. */
async function planRow(
  context: Context,
  { entity, request, sameRows, isDry }: ImportFile,
  draft: RowDraft,
  stored: StoredRecord | undefined,
): Promise<Change[]> {
  if (draft.problem) throw draft.problem
  const row = sameRows.get(draft.index)
  if (row !== undefined) throw problem('SAME_ROW', { row })
  const { values } = draft
  const isVisible = stored && stored.record.deletedAt === undefined && (await isReached(context, entity, stored.record))
  if (stored ? !isVisible : request.mode === 'update' || values.id !== undefined) throw problem('NOT_FOUND')
  const fields = Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(entity.fields, name)))
  const change = stored ? await planUpdate(context, entity, stored, fields) : await planCreate(context, entity, fields)
  if (change && isDry) await checkUnique(change)
  // Only a dry run shows what stands in the record.
  if (change && isDry && stored) await noteAccess(context, entity, [stored.record], 'record')
  return withConsequences(context, change)
}

function differenceOf(values: RecordValues, stored: StoredRecord | undefined) {
  if (!stored) return { action: 'insert', values } as const
  const { record } = stored
  const changes = Object.entries(values)
    .filter(([name, to]) => name !== 'id' && !isSame(to, record[name]))
    .map(([name, to]) => [name, { from: record[name] ?? null, to }])
  return { action: 'update', id: record.id, changes: Object.fromEntries(changes) } as const
}
