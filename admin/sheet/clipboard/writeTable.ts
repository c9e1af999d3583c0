/** A cell to copy: its text, and whether spreadsheets must keep it as text, such as a phone or a number with leading zeros. */
export interface CopiedCell {
  readonly text: string
  readonly isText: boolean
}

/** A table as spreadsheets write text: tabs between cells, each row ended by CR LF, cells quoted where they must be. */
export const tableText = (rows: readonly (readonly CopiedCell[])[]): string =>
  rows.map((cells) => `${cells.map(({ text }) => quoted(text)).join('\t')}\r\n`).join('')

const quoted = (text: string): string =>
  /^"|[\t\r\n]/.test(text) ? `"${text.replace(/\r\n?/g, '\n').replaceAll('"', '""')}"` : text

/** A table as markup, which carries what text does not: the kinds of the cells, their white space and their breaks. */
export function tableHtml(rows: readonly (readonly CopiedCell[])[]): string {
  const lines = rows.map((cells) => `<tr>${cells.map(cellHtml).join('')}</tr>`)
  return `<html><head><meta charset="utf-8"></head><body><table>${lines.join('')}</table></body></html>`
}

const cellHtml = ({ text, isText }: CopiedCell): string =>
  `<td dir="auto" style='white-space:pre-wrap${isText ? ';mso-number-format:"\\@"' : ''}'>${escaped(text)}</td>`

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n?|\n/g, '<br style="mso-data-placement:same-cell">')
