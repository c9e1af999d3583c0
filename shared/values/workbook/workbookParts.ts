import type { Archive } from './archive.ts'
import { lookOf, type NumberLook } from './numberText.ts'
import { readPart } from './readPart.ts'
import type { WorkbookHead } from './sheets.ts'
import { WorkbookError } from './WorkbookError.ts'
import { attribute } from './XmlReader.ts'

/** What the cells of a sheet refer to: texts, the looks of styles, and where days are counted from. */
export interface WorkbookParts {
  readonly texts: readonly string[]
  readonly looks: readonly NumberLook[]
  readonly is1904: boolean
}

/** Characters of the texts that cells share, at most. */
const mostText = 100_000_000

/** What the cells of the sheets of a workbook refer to. */
export async function workbookParts(
  archive: Archive,
  { texts, styles, is1904 }: Omit<WorkbookHead, 'sheets'>,
): Promise<WorkbookParts> {
  return {
    is1904,
    texts: archive.has(texts) ? await textsOf(archive, texts) : [],
    looks: archive.has(styles) ? await looksOf(archive, styles) : [],
  }
}

async function textsOf(archive: Archive, name: string): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let isText = false
  let isReading = false
  let size = 0
  await readPart(archive, name, {
    open: (tag) => {
      if (tag === 'si') text = ''
      if (tag === 't') isText = true
      // How a text is spoken is not what it says.
      if (tag === 'rPh') isReading = true
    },
    text: (piece) => {
      if (isText && !isReading) text += piece
    },
    close: (tag) => {
      if (tag === 't') isText = false
      if (tag === 'rPh') isReading = false
      if (tag !== 'si') return
      size += text.length
      if (size > mostText) throw new WorkbookError('tooLarge')
      texts.push(plainText(text))
    },
  })
  return texts
}

async function looksOf(archive: Archive, name: string): Promise<NumberLook[]> {
  const codes = new Map<number, string>()
  const looks: NumberLook[] = []
  let isCells = false
  await readPart(archive, name, {
    open: (tag, attributes) => {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      if (tag === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '')
      if (tag === 'cellXfs') isCells = true
      if (tag === 'xf' && isCells) looks.push(lookOf(id, codes.get(id)))
    },
    close: (tag) => {
      if (tag === 'cellXfs') isCells = false
    },
  })
  return looks
}

/** A text without the marks by which a workbook writes what XML cannot hold (ECMA-376, ST_Xstring). */
export const plainText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
