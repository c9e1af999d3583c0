import type { ClipboardTexts, PastedTable } from './pastedTable.ts'
import { readHtml, readHtmlText } from './readHtml.ts'
import { readText } from './readText.ts'

/** The table that the clipboard holds: that of its markup, or else of its text. */
export function readClipboard({ html, text }: ClipboardTexts): PastedTable {
  const table = html === '' ? undefined : readHtml(html)
  if (table && table.rows.length > 0) return table
  return { rows: readText(text === '' && html !== '' ? readHtmlText(html) : text), hidden: 0 }
}
