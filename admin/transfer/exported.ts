import type { Identifier } from 'react-admin'
import { factsOf, inputsOf } from '#admin/entity/declaredFields.ts'
import type { ExportRequest, Me } from '#admin/provider/contract.ts'
import type { exportFormats } from '#shared/api/transfer.ts'
import type { Entity, Order } from '#shared/declaration/entity.ts'
import { panelLanguages } from '#shared/text/languages.ts'

/** What a list shows: its selection, filters, order and columns. */
interface ListSelection {
  readonly selectedIds: readonly Identifier[]
  readonly filterValues: Readonly<Record<string, unknown>>
  readonly order: Order
  /** Its columns in the person's order. */
  readonly columns: readonly string[]
}

/** Which rows and columns to write. */
export interface ExportChoice {
  readonly rows: 'selected' | 'listed'
  readonly columns: 'shown' | 'all'
  readonly format: (typeof exportFormats)[number]
}

/** The words a workbook is written in: a person reads it, while CSV has the names of the fields. */
interface ReaderWords {
  readonly locale: string
  readonly field: (resource: string, name: string) => string
}

/** The request of an export. Each row begins with its id, so that an import finds the record again. */
export function exportOf(
  entity: Entity,
  me: Me,
  { selectedIds, filterValues, order, columns }: ListSelection,
  choice: ExportChoice,
  words: ReaderWords,
): ExportRequest {
  const all = () => [...inputsOf(entity, me), ...factsOf(entity, me)].map(({ name }) => name)
  const names = ['id', ...(choice.columns === 'shown' ? columns : all())]
  const scope = choice.rows === 'selected' ? { ids: [...selectedIds] } : { filter: { ...filterValues } }
  return { ...scope, order, columns: names, format: choice.format, ...readerOf(entity, names, choice, words) }
}

function readerOf(entity: Entity, names: readonly string[], { format }: ExportChoice, words: ReaderWords) {
  const language = panelLanguages.find(({ code }) => code === words.locale)?.code
  if (format === 'csv' || !language) return {}
  // The id is a name of the file itself, which an import looks for.
  const titles = names.filter((name) => name !== 'id').map((name) => [name, words.field(entity.resource, name)])
  return { language, titles: Object.fromEntries(titles) } satisfies Pick<ExportRequest, 'language' | 'titles'>
}
