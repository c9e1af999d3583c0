import { paper } from '#shared/text/paper.ts'
import type { FileCell, FileForm } from '../fileForm.ts'
import { pdfCell } from './pdfCell.ts'
import { readTable } from './readTable.ts'
import { TablePages } from './tablePages.ts'

/** PDF: a list as a table for people, in the reader's language and direction, with its head on each page and its count below. */
export const pdfForm: FileForm = {
  extension: 'pdf',
  contentType: 'application/pdf',
  isForPeople: true,
  head: ({ columns }) => columns.map(({ title }) => ({ text: title.normalize('NFC') })),
  cellsOf: ({ columns }, { texts, place }) =>
    columns.map((column, index) => ({ text: pdfCell(column, texts[index] ?? '', place).normalize('NFC') })),
  write: async function* (layout, pages) {
    const { language = 'en' } = layout
    let rows = 0
    let table: TablePages | undefined
    let head: readonly FileCell[] = []
    for await (const page of pages) {
      const isHead = head.length === 0
      if (isHead) head = page[0] ?? []
      const cells = isHead ? page.slice(1) : page
      if (!table && cells.length === 0) continue
      if (!table) {
        table = new TablePages(layout, head, cells)
        yield table.begin()
      }
      for (const row of cells) yield* table.add(row)
      rows += cells.length
    }
    if (!table) {
      table = new TablePages(layout, head, [])
      yield table.begin()
    }
    yield* table.end(paper[language].rows(rows))
  },
  read: (path, { columns }) => readTable(path, columns.length),
}
