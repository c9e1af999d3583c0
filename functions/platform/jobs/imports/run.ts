import { entityOf } from '#shared/entities/index.ts'
import { type ChunkPlan, runChunks } from '../chunks.ts'
import { readControl } from '../control.ts'
import type { JobOutcome, JobRun } from '../lock.ts'
import { mostShown } from '../notes.ts'
import { dropRows, readRows } from '../rows.ts'
import { type Lines, linesOf } from './lines.ts'
import { planLines } from './plan.ts'
import { keepRefused } from './refused.ts'
import { importAsked } from './request.ts'

/** Makes or changes a record for each row of a file, each once; a dry run only says what it would do. */
export async function runImport(held: JobRun): Promise<JobOutcome> {
  const { job } = held
  const asked = importAsked.parse(job.request)
  const dryRun = job.kind === 'import-check'
  const rows = await readRows(job.id)
  const lines = linesOf(entityOf(job.resource), asked, rows, dryRun)
  const status = await runChunks(held, courseOf(lines))
  if (status === 'left') return { status }
  const control = await readControl(job.id)
  const { mode, ignored } = asked
  const { inserted = 0, updated = 0, unchanged = 0 } = control?.tally ?? {}
  const result = {
    ...{ mode, dryRun, ignored, inserted, updated, unchanged },
    ...(control?.failed && (await keepRefused(held, asked, rows))),
  }
  return { status, result, afterwards: () => dropRows(job.id) }
}

const courseOf = (lines: Lines): ChunkPlan => ({
  count: async () => lines.rows.length,
  plan: async (context, from, to) => {
    const { changes, ...part } = await planLines(context, lines, from, to)
    return { ...part, changes: lines.isDry ? [] : changes, shown: lines.isDry && from < mostShown ? part.shown : [] }
  },
  failed: async (index, reason) => ({ id: '', row: lines.rowNumber(index), ...reason }),
})
