import { crc32, inflateRawSync } from 'node:zlib'

/** A cell as a spreadsheet finds it: its text or number as written, its format, and whether it is a number. */
export interface WorkbookCell {
  readonly text: string
  readonly isNumber: boolean
  readonly format: string
  readonly isQuoted: boolean
}

/** What a workbook says: cells by row and column, and how its sheet is shown. */
export interface Workbook {
  readonly rows: readonly (readonly WorkbookCell[])[]
  readonly isRightToLeft: boolean
  readonly isHeaderFrozen: boolean
  readonly parts: ReadonlyMap<string, string>
}

/** The parts of a ZIP archive by path; throws when a size or a checksum is wrong. */
export function unzipped(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  const end = bytes.lastIndexOf('PK\x05\x06')
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [crc, packed, size] = [16, 20, 24].map((offset) => bytes.readUInt32LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const content = inflateRawSync(bytes.subarray(start, start + packed))
    if (content.length !== size || crc32(content) !== crc) throw new Error(`${name} is damaged`)
    parts.set(name, content.toString('utf8'))
    at += 46 + nameLength
  }
  return parts
}

const attribute = (xml: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(xml)?.[1]

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Reads the one sheet of a workbook out of its ZIP and XML, as ECMA-376 says. */
export function readWorkbook(bytes: Buffer): Workbook {
  const parts = unzipped(bytes)
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  const stylesXml = parts.get('xl/styles.xml') ?? ''
  const formats = new Map(
    [...stylesXml.matchAll(/<numFmt ([^>]*)\/>/g)].map(([, xml = '']) => [
      attribute(xml, 'numFmtId') ?? '',
      attribute(xml, 'formatCode') ?? '',
    ]),
  )
    .set('0', 'General')
    .set('49', '@')
  const styles = [...(/<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(stylesXml)?.[1]?.matchAll(/<xf ([^>]*)\/>/g) ?? [])].map(
    ([, xml = '']) => ({
      format: formats.get(attribute(xml, 'numFmtId') ?? '') ?? '',
      isQuoted: attribute(xml, 'quotePrefix') === '1',
    }),
  )
  const cellOf = (xml: string): WorkbookCell => {
    const isNumber = attribute(xml, 't') === undefined
    const text = unescaped(/<(?:v|t)(?: [^>]*)?>([^<]*)</.exec(xml)?.[1] ?? '')
    return { text, isNumber, ...(styles[Number(attribute(xml, 's'))] ?? { format: '', isQuoted: false }) }
  }
  const rows = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, xml = '']) => {
    const cells: WorkbookCell[] = []
    for (const [, cell = ''] of xml.matchAll(/<c (.*?)<\/c>/gs))
      cells[columnIndex(attribute(cell, 'r') ?? 'A1')] = cellOf(cell)
    return Array.from(cells, (cell) => cell ?? { text: '', isNumber: false, format: '', isQuoted: false })
  })
  return {
    rows,
    parts,
    isRightToLeft: /<sheetView [^>]*rightToLeft="1"/.test(sheet),
    isHeaderFrozen: /<pane ySplit="1"[^>]*state="frozen"/.test(sheet),
  }
}

const columnIndex = (reference: string): number =>
  [...reference.replace(/\d+/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
