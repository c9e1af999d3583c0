import { CsvError } from './CsvError.ts'

const byteOrderMark = '\ufeff'

/**
 * The cells of each line of an RFC 4180 text as written, guards included, and no cells for an empty line; CRLF, LF or CR end
 * a line, and a quote that is not closed, or followed by more text, throws CsvError.
 */
export function* csvRecords(text: string, delimiter = ','): Generator<string[]> {
  let position = text.startsWith(byteOrderMark) ? 1 : 0
  while (position < text.length) {
    const start = position
    const cells: string[] = []
    for (;;) {
      const end = endOfCell(text, position, delimiter)
      if (end < 0) throw new CsvError('A quoted cell is not closed', lineAt(text, position))
      cells.push(
        text[position] === '"' ? text.slice(position + 1, end - 1).replaceAll('""', '"') : text.slice(position, end),
      )
      position = end
      if (text[position] !== delimiter) break
      position += 1
    }
    if (position < text.length && !isLineEnd(text[position]))
      throw new CsvError('Text follows a closing quote', lineAt(text, position))
    yield position > start ? cells : []
    position += text.startsWith('\r\n', position) ? 2 : 1
  }
}

function endOfCell(text: string, start: number, delimiter: string): number {
  let end = start
  if (text[start] !== '"') {
    const closing = delimiter.charCodeAt(0)
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (code === closing || code === 10 || code === 13) break
    }
    return end
  }
  do end = text.indexOf('"', end + 1) + 1
  while (end > 0 && text[end] === '"')
  return end > 0 ? end : -1
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\r' || character === '\n'
}

function lineAt(text: string, position: number): number {
  return 1 + (text.slice(0, position).match(/\r\n|\n|\r/g)?.length ?? 0)
}
