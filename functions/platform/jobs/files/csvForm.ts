import { createReadStream } from 'node:fs'
import { columnOf } from '#shared/api/cell.ts'
import { columnNameOf } from '#shared/rules/imports/fileColumns.ts'
import { csvCell, csvHeader, csvLineOf, parseCsv } from '#shared/values/csv.ts'
import { formatMinor } from '#shared/values/money.ts'
import { keepText, keptText } from '#shared/values/table/keptText.ts'
import type { FileColumn, FileForm, RecordPlace } from './fileForm.ts'

const plainColumn = ({ name, field }: FileColumn) => columnOf(columnNameOf(name, field), field)

/** A field as its column has it: an amount with the decimals of its currency, anything else as it is. */
const plainText = ({ field }: FileColumn, text: string, { currency }: RecordPlace): string =>
  field?.kind === 'money' && text !== '' && Number.isSafeInteger(Number(text))
    ? formatMinor(Number(text), currency)
    : text

/**
 * CSV: columns by their field's own name, amounts as decimals and instants in UTC, as an import reads them again, also after
 * a spreadsheet saved it.
 */
export const csvForm: FileForm = {
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8',
  head: ({ columns }) => columns.map((column) => ({ text: plainColumn(column).name })),
  cellsOf: ({ columns }, { texts, place }) =>
    columns.map((column, index) => ({ text: plainText(column, texts[index] ?? '', place) })),
  write: async function* ({ columns }, pages) {
    const plain = columns.map(plainColumn)
    let isFirst = true
    for await (const rows of pages) {
      const lines = (isFirst ? rows.slice(1) : rows).map((cells) =>
        csvLineOf(plain.map((column, index) => csvCell(column, cells[index]?.text, { guarded: keepText }))),
      )
      yield Buffer.from(`${isFirst ? csvHeader(plain) : ''}${lines.join('')}`)
      isFirst = false
    }
  },
  read: async function* (path, { columns }) {
    const isText = columns.map((column) => plainColumn(column).kind === 'text')
    let isHead = true
    for await (const text of wholeLines(path))
      for (const cells of parseCsv(text)) {
        yield cells.map((cell, index) => (isHead || isText[index] ? keptText(cell) : cell))
        isHead = false
      }
  },
}

/** The text of a file in parts that end with a row, for a line end within quotation marks ends none. */
async function* wholeLines(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const text = rest + chunk
    const end = endOfRows(text)
    if (end > 0) yield text.slice(0, end)
    rest = text.slice(end)
  }
  if (rest !== '') yield rest
}

function endOfRows(text: string): number {
  let end = 0
  let isQuoted = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 34) isQuoted = !isQuoted
    else if (code === 10 && !isQuoted) end = index + 1
  }
  return end
}
