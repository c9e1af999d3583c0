import { env } from '#functions/platform/aws/env.ts'
import type { Context } from '#functions/platform/http/context.ts'
import { askRows } from '#functions/platform/projection/ask.ts'
import { noteManyAccess } from '#functions/platform/records/accessLog.ts'
import { manyRecords } from '#functions/platform/records/manyRecords.ts'
import { selectedBy } from '#functions/platform/records/matching.ts'
import type { Row } from '#functions/platform/store/item.ts'
import { DamagedValue } from '#functions/platform/store/packing/packed.ts'
import { cellOf } from '#shared/api/cell.ts'
import { type ExportBody, exportBody, mostRows, temporaryFiles } from '#shared/api/transfer.ts'
import { may, visible } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { JobError } from '#shared/entities/job.ts'
import { saveProgress } from './control.ts'
import { exportLayout } from './exportLayout.ts'
import { csvForm } from './files/csvForm.ts'
import type { FileForm, FileLayout, FileRow } from './files/fileForm.ts'
import { recordPlaces } from './files/recordPlaces.ts'
import { referenceNames } from './files/referenceNames.ts'
import { temporaryFile } from './files/temporaryFile.ts'
import { workbookForm } from './files/workbookForm.ts'
import { writeChecked } from './files/writeChecked.ts'
import { jobErrorOf, problemOfOne } from './jobError.ts'
import type { JobOutcome, JobRun } from './jobRun.ts'

/** How often progress is saved, in milliseconds. */
const saveEveryMs = 500

/** Records read by id, and rows of the list, at a time. */
const batchSize = 200
const pageSize = 1000

/** The forms a list is exported in; that of PDF, with what it knows of scripts, is loaded when one is asked for. */
const forms: Readonly<Record<NonNullable<ExportBody['format']>, () => Promise<FileForm>>> = {
  csv: async () => csvForm,
  xlsx: async () => workbookForm,
  pdf: async () => (await import('./files/pdf/pdfForm.ts')).pdfForm,
}

/** The worker has to stop: somebody cancelled the job, or its time is over. */
class ExportStop extends Error {
  constructor(readonly status: 'cancelled' | 'unfinished') {
    super(status)
    this.name = 'ExportStop'
  }
}

/**
 * Writes the records of a list as a file, as the person who asked may see them. A run that was interrupted begins again:
 * the file appears whole or not at all.
 */
export async function runListExport(run: JobRun): Promise<JobOutcome> {
  const { job, lease, context } = run
  const entity = entityOf(job.resource)
  const request = exportBody.parse(job.request)
  if (!may(context.actor, entity, 'read')) throw problem('ROLE')
  if (!request.ids) await noteManyAccess(context, entity, 'export', job.id)
  const form = await forms[request.format ?? 'csv']()
  const layout = await exportLayout(entity, request, context)
  // The fence is part of the name: a slow worker cannot write over the file of the one that took the job from it.
  const file = temporaryFile(job.id, lease.fence)
  const errors: JobError[] = []
  const onDamaged = (id: string) => errors.push(jobErrorOf(problemOfOne(new DamagedValue(), id), { id }))
  try {
    const { rows, sha256, bytes } = await writeChecked(
      form,
      layout,
      watched(run, entity, request, layout, { form, onDamaged }),
      file.path,
    )
    await saveOrStop(run, rows)
    const key = `${temporaryFiles.lists}${job.id}-${lease.fence}.${form.extension}`
    await file.upload(key, { type: form.contentType, sha256, bucket: env.bucket })
    const name = `${entity.resource}-${context.origin.at.slice(0, 10)}.${form.extension}`
    const result = { key, name, format: form.extension, sha256, rows, bytes }
    return { status: 'done', total: rows, result, errors }
  } catch (error) {
    if (error instanceof ExportStop) return { status: error.status }
    throw error
  } finally {
    file.remove()
  }
}

/** The rows of the list page by page, while progress is saved; throws `ExportStop` when the worker has to stop. */
async function* watched(
  run: JobRun,
  entity: Entity,
  request: ExportBody,
  { columns }: FileLayout,
  { form: { isForPeople = false }, onDamaged }: { form: FileForm; onDamaged: (id: string) => void },
): AsyncGenerator<readonly FileRow[]> {
  const placeOf = recordPlaces(run.context, entity)
  const named = referenceNames(run.context, columns)
  const limit = mostRows(request)
  let rows = 0
  let savedAt = Date.now()
  for await (const page of pagesOf(entity, request, run.context, onDamaged)) {
    rows += page.length
    if (rows > limit) throw problem('EXPORT_TOO_LONG', { limit })
    const fileRows: FileRow[] = []
    for (const record of page) {
      const texts = columns.map(({ name }) => cellOf(Object.hasOwn(record, name) ? record[name] : undefined))
      fileRows.push({ texts, place: await placeOf(record) })
    }
    yield isForPeople ? await named(fileRows) : fileRows
    if (Date.now() - savedAt < saveEveryMs) continue
    await saveOrStop(run, rows)
    savedAt = Date.now()
    if (savedAt > run.until) throw new ExportStop('unfinished')
  }
}

async function saveOrStop({ lease }: JobRun, rows: number): Promise<void> {
  const control = await saveProgress(lease, { pointer: rows })
  if (!control) throw new ExportStop('unfinished')
  if (control.isCancelled) throw new ExportStop('cancelled')
}

async function* pagesOf(
  entity: Entity,
  { columns = [], ...selection }: ExportBody,
  context: Context,
  onDamaged: (id: string) => void,
): AsyncGenerator<readonly (Row | AnyRecord)[]> {
  if (selection.ids) {
    const ids = [...new Set(selection.ids)]
    for (let index = 0; index < ids.length; index += batchSize)
      yield await manyRecords(context, entity, ids.slice(index, index + batchSize), { way: 'export', onDamaged })
    return
  }
  // Rows of the list have its own columns only; other fields are read from the records.
  const areRowsEnough = columns.every((name) => name === 'id' || entity.columns.includes(name))
  const selected = selectedBy(entity, selection, context.actor)
  for await (const rows of askRows(entity, selected, context, pageSize))
    yield areRowsEnough
      ? rows.map((row) => visible(context.actor, entity, row))
      : await manyRecords(
          context,
          entity,
          rows.map(({ id }) => id),
          { isNoted: false, onDamaged },
        )
}
