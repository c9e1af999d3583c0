import type { FileCell, FileForm, FileLayout } from './fileForm.ts'
import { readSheet } from './readSheet.ts'
import { isNumeric, styles, workbookCell } from './workbookCell.ts'
import { sheetEnd, sheetHead, workbookParts } from './workbookParts.ts'
import { zipOf } from './zip.ts'

/** XLSX: columns by their names in the reader's language, and values as a person works with them in a spreadsheet. */
export const workbookForm: FileForm = {
  extension: 'xlsx',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  head: ({ columns }) => columns.map(({ title }) => ({ text: title, style: styles.heading })),
  cellsOf: ({ columns }, { texts, place }) =>
    columns.map((column, index) => workbookCell(column, texts[index] ?? '', place)),
  write: (layout, pages) => zipOf(workbookParts(sheetOf(layout, pages))),
  read: (path, { columns }) => readSheet(path, columns.length),
}

async function* sheetOf(
  { columns, direction }: FileLayout,
  pages: AsyncIterable<readonly (readonly FileCell[])[]>,
): AsyncGenerator<string> {
  const letters = columns.map((_, index) => lettersOf(index))
  yield sheetHead(columns.length, direction)
  let number = 0
  for await (const rows of pages) yield rows.map((cells) => rowXml(cells, letters, ++number)).join('')
  yield sheetEnd
}

function rowXml(cells: readonly FileCell[], letters: readonly string[], number: number): string {
  let xml = `<row r="${number}">`
  for (let index = 0; index < cells.length; index++) {
    const { text, style } = cells[index] ?? { text: '' }
    if (text === '') continue
    const start = `<c r="${letters[index]}${number}" s="${style ?? 0}"`
    xml += isNumeric(style)
      ? `${start}><v>${text}</v></c>`
      : `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
  }
  return `${xml}</row>`
}

/** The letters of a column: A to Z, AA and on. */
const lettersOf = (index: number): string =>
  (index >= 26 ? lettersOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML cannot hold
const special = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g
const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text as XML; what XML cannot hold is `_x0001_`, and a text that looks like it is marked (ECMA-376, ST_Xstring). */
const escaped = (text: string): string =>
  text.replace(special, (each) => names[each] ?? `_x${each.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
