import { readJobList, removeJobList } from '#functions/platform/store/items/jobItems.ts'
import type { ImportResult } from '#shared/api/transfer.ts'
import { problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import { type ChunkPlan, runChunks } from '../chunks.ts'
import { differenceLimit, readControl } from '../control.ts'
import { jobErrorOf } from '../jobError.ts'
import type { JobOutcome, JobRun } from '../jobRun.ts'
import { type ImportFile, importFile, rowNumber } from './importFile.ts'
import { importTable } from './importTable.ts'
import { type CheckedRows, type FilePlan, planRows, type RowOutcomes } from './planRows.ts'
import { writeRefusedRows } from './refusedRows.ts'
import { shownDifferences } from './rowSize.ts'
import { sameRowsOf } from './sameRows.ts'
import { UniqueClaims } from './UniqueClaims.ts'

/**
 * Creates or changes a record for each row of a file, each once; a dry run only says what it would do. An import after a check
 * does what the check said, and refuses each row whose record is no longer as the check found it.
 */
export async function runImport(run: JobRun): Promise<JobOutcome> {
  const { job, context } = run
  const isDry = job.kind === 'import-check'
  const table = await importTable(run)
  if (!table) return { status: 'unfinished' }
  const { request, rows, notes } = table
  const file = importFile(rows, { context, entity: entityOf(job.resource), request, isDry })
  const status = await runChunks(run, chunkPlanOf(await planOf(file)))
  if (status === 'unfinished') return { status }
  const control = await readControl(job.id)
  const { inserted = 0, updated = 0, unchanged = 0 } = control?.counts ?? {}
  const { mode, ignored } = request
  const result: ImportResult = { mode, dryRun: isDry, ignored, inserted, updated, unchanged, ...(notes && { notes }) }
  const refusedRows = control?.failed ? await writeRefusedRows(run, request, rows) : {}
  return { status, result: { ...result, ...refusedRows }, cleanUp: () => removeJobList(job.id, 'rows') }
}

async function planOf(file: ImportFile): Promise<FilePlan> {
  const { check } = file.request
  const promised = check === undefined ? undefined : await checkedRows(check, file)
  return { file, sameRows: await sameRowsOf(file), promised, ...(file.isDry && { claims: new UniqueClaims() }) }
}

async function checkedRows(check: string, { filled }: ImportFile): Promise<CheckedRows> {
  const outcomes = await readJobList(check, 'outcomes')
  // What a check said is kept for some days.
  if (outcomes.length !== filled.length) throw problem('CHECK_UNKNOWN')
  const errors = await readJobList(check, 'errors')
  return { outcomes, errors: new Map(errors.map((error) => [error.row ?? 0, error])) }
}

function chunkPlanOf(plan: FilePlan): ChunkPlan {
  const { file } = plan
  let before: Promise<unknown> = Promise.resolve()
  return {
    count: async () => file.filled.length,
    changesFor: async (context, from, to) => {
      // They expire when a job is not resumed for days.
      if (file.filled.length < to) throw new RangeError('Rows of the import are missing')
      // Each row of a check has to know what those before it take.
      const planning: Promise<RowOutcomes> = file.isDry
        ? before.then(() => planRows(context, plan, from, to))
        : planRows(context, plan, from, to)
      before = planning.catch(() => {})
      const { changes, differences, outcomes, ...progress } = await planning
      if (!file.isDry) return { ...progress, changes }
      const shown = from < differenceLimit ? shownDifferences(differences) : []
      return { ...progress, changes: [], differences: shown, outcomes }
    },
    errorOf: async (place, cause) => jobErrorOf(cause, { id: '', row: rowNumber(file.filled[place] ?? 0) }),
  }
}
