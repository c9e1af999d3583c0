import type { Identifier } from 'react-admin'
import { factsOf, inputsOf } from '#admin/entity/declaredFields.ts'
import type { ExportRequest, Me } from '#admin/provider/contract.ts'
import type { exportFormats } from '#shared/api/transfer.ts'
import { type Entity, fieldOf, type Order } from '#shared/declaration/entity.ts'
import { isLanguage } from '#shared/text/languages.ts'

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

/** The words a workbook or a PDF is written in: a person reads it, while CSV has the names of the fields. */
interface ReaderWords {
  readonly locale: string
  readonly resource: (name: string) => string
  readonly field: (resource: string, name: string) => string
  readonly value: (resource: string, field: string, value: unknown) => string
  readonly terms: (list: string) => readonly { readonly code: string; readonly name: string }[]
}

/** The request of an export. Each row begins with its id, so that an import finds the record again; on paper nobody needs it. */
export function exportOf(
  entity: Entity,
  me: Me,
  { selectedIds, filterValues, order, columns }: ListSelection,
  choice: ExportChoice,
  words: ReaderWords,
): ExportRequest {
  const all = () => [...inputsOf(entity, me), ...factsOf(entity, me)].map(({ name }) => name)
  const chosen = choice.columns === 'shown' ? columns : all()
  const names = choice.format === 'pdf' ? [...chosen] : ['id', ...chosen]
  const scope = choice.rows === 'selected' ? { ids: [...selectedIds] } : { filter: { ...filterValues } }
  return { ...scope, order, columns: names, format: choice.format, ...readerOf(entity, names, choice, words) }
}

function readerOf(entity: Entity, names: readonly string[], { format }: ExportChoice, words: ReaderWords) {
  const language = words.locale
  if (format === 'csv' || !isLanguage(language)) return {}
  // The id is a name of the file itself, which an import looks for.
  const titles = names.filter((name) => name !== 'id').map((name) => [name, words.field(entity.resource, name)])
  const reader = { language, titles: Object.fromEntries(titles) }
  if (format === 'xlsx') return reader
  return { ...reader, title: words.resource(entity.resource), labels: labelsOf(entity, names, words) }
}

/** What the choices of columns are called, which a file for paper says in place of their names. */
function labelsOf(entity: Entity, names: readonly string[], words: ReaderWords) {
  const labels = names.flatMap((name) => {
    const field = fieldOf(entity, name)
    const values = field?.kind === 'boolean' ? ['true', 'false'] : (field?.choices ?? [])
    const named = field?.terms
      ? words.terms(field.terms).map((term) => [term.code, term.name])
      : values.map((each) => [each, words.value(entity.resource, name, each)])
    return named.length === 0 ? [] : [[name, Object.fromEntries(named)]]
  })
  return Object.fromEntries(labels)
}
