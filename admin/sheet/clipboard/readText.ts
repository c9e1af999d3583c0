import Papa from 'papaparse'

/** A cell that is quoted as spreadsheets do it, up to its end; or one as it stands. */
const cell = /("(?:[^"]*"")*[^"]*"(?=[\t\n]|$)|[^\t\n]*)([\t\n]|$)/g

/**
 * Reads a table from text: a tab ends a cell, a line break of any kind ends a row, the last one too. Cells with breaks,
 * tabs or quotation marks may be quoted; a mark that does not quote a whole cell is part of its text.
 */
export function readText(text: string): string[][] {
  const plain = text.replace(/\r\n?/g, '\n')
  if (plain === '') return []
  const quoted = plain.includes('"') ? withQuotesPaired(plain) : plain
  const lines = quoted.replace(/\n$/, '')
  return lines === '' ? [['']] : Papa.parse<string[]>(lines, { delimiter: '\t', newline: '\n' }).data
}

// The parser takes any mark that begins a cell for a quotation, and would go on to the next one, rows below.
const withQuotesPaired = (text: string): string =>
  text.replace(cell, (_, entry: string, end: string) => {
    const isLoose = entry.startsWith('"') && !/^"(?:[^"]*"")*[^"]*"$/.test(entry)
    return (isLoose ? `"${entry.replaceAll('"', '""')}"` : entry) + end
  })
