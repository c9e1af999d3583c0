import type { Context } from '#functions/platform/http/context.ts'
import type { ExportBody } from '#shared/api/transfer.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { columnNameOf } from '#shared/rules/imports/fileColumns.ts'
import { directionOf } from '#shared/text/languages.ts'
import { paper } from '#shared/text/paper.ts'
import { wallAt } from '#shared/values/zonedTime.ts'
import type { FileLayout } from './files/fileForm.ts'
import { recordPlaces } from './files/recordPlaces.ts'
import { exportColumns } from './startExport.ts'

/** How the file of an export is laid out: its columns in the reader's words, and when it was made by the clock of the reader's site. */
export async function exportLayout(entity: Entity, body: ExportBody, context: Context): Promise<FileLayout> {
  const { columns, title = entity.resource, titles = {}, labels = {}, language = 'en' } = body
  const { timeZone } = await recordPlaces(context, entity)({})
  const madeAt = new Date(wallAt(timeZone, Date.parse(context.origin.at))).toISOString()
  return {
    ...{ title, language, direction: directionOf(language) },
    subtitle: paper[language].asOf(madeAt.slice(0, 16).replace('T', ' '), timeZone),
    columns: exportColumns(entity, columns, context.actor).map((name) => {
      const field = fieldOf(entity, name)
      return { name, title: ownOf(titles, name) ?? columnNameOf(name, field), field, labels: ownOf(labels, name) }
    }),
  }
}

const ownOf = <T>(values: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined
