import { createReadStream } from 'node:fs'
import { columnOf } from '#shared/api/cell.ts'
import { csvCell, csvHeader, csvLineOf, parseCsv, unguard } from '#shared/values/csv.ts'
import type { FileColumn, FileForm } from './fileForm.ts'

const plainColumn = ({ name, field }: FileColumn) => columnOf(name, field)

/** CSV: columns by their field's own name, amounts in minor units and instants in UTC, as an import reads them again. */
export const csvForm: FileForm = {
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8',
  head: ({ columns }) => columns.map(({ name }) => ({ text: name })),
  cellsOf: (_layout, { texts }) => texts.map((text) => ({ text })),
  write: async function* ({ columns }, pages) {
    const plain = columns.map(plainColumn)
    let isFirst = true
    for await (const rows of pages) {
      const lines = (isFirst ? rows.slice(1) : rows).map((cells) =>
        csvLineOf(plain.map((column, index) => csvCell(column, cells[index]?.text))),
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
        yield cells.map((cell, index) => (isHead || isText[index] ? unguard(cell) : cell))
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
