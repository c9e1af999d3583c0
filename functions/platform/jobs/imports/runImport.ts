import { removeJobList } from '#functions/platform/store/items/jobItems.ts'
import type { ImportResult } from '#shared/api/transfer.ts'
import { entityOf } from '#shared/entities/index.ts'
import { type ChunkPlan, runChunks } from '../chunks.ts'
import { differenceLimit, readControl } from '../control.ts'
import { jobErrorOf } from '../jobError.ts'
import type { JobOutcome, JobRun } from '../jobRun.ts'
import { importFile, rowNumber } from './importFile.ts'
import { importTable } from './importTable.ts'
import { planRows } from './planRows.ts'
import { writeRefusedRows } from './refusedRows.ts'
import { shownDifferences } from './rowSize.ts'

/** Creates or changes a record for each row of a file, each once; a dry run only says what it would do. */
export async function runImport(run: JobRun): Promise<JobOutcome> {
  const { job } = run
  const isDry = job.kind === 'import-check'
  const table = await importTable(run)
  if (!table) return { status: 'unfinished' }
  const { request, rows } = table
  const file = importFile(rows, { entity: entityOf(job.resource), request, isDry, siteIds: run.context.actor.siteIds })
  const plan: ChunkPlan = {
    count: async () => rows.length,
    changesFor: async (context, from, to) => {
      // They expire when a job is not resumed for days.
      if (rows.length < to) throw new RangeError('Rows of the import are missing')
      const { changes, differences, ...progress } = await planRows(context, file, from, to)
      const isShown = isDry && from < differenceLimit
      return { ...progress, changes: isDry ? [] : changes, differences: isShown ? shownDifferences(differences) : [] }
    },
    errorOf: async (index, cause) => jobErrorOf(cause, { id: '', row: rowNumber(index) }),
  }
  const status = await runChunks(run, plan)
  if (status === 'unfinished') return { status }
  const control = await readControl(job.id)
  const { inserted = 0, updated = 0, unchanged = 0 } = control?.counts ?? {}
  const { mode, ignored } = request
  const result: ImportResult = { mode, dryRun: isDry, ignored, inserted, updated, unchanged }
  const refusedRows = control?.failed ? await writeRefusedRows(run, request, rows) : {}
  return { status, result: { ...result, ...refusedRows }, cleanUp: () => removeJobList(job.id, 'rows') }
}
