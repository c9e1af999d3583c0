import type { Archive } from './archive.ts'
import { lookOf, type NumberLook } from './numberText.ts'
import { WorkbookError } from './WorkbookError.ts'
import { attribute, type XmlHandler, XmlReader } from './XmlReader.ts'

/** What the cells of a sheet refer to: its place in the archive, texts, the looks of styles, and where days are counted from. */
export interface WorkbookParts {
  readonly sheet: string
  readonly texts: readonly string[]
  readonly looks: readonly NumberLook[]
  readonly is1904: boolean
}

/** Characters of the texts that cells share, at most. */
const mostText = 100_000_000

/** Reads a part to its end. */
async function readPart(archive: Archive, name: string, handler: Partial<XmlHandler>): Promise<void> {
  const reader = new XmlReader({ open: () => {}, text: () => {}, close: () => {}, ...handler })
  for await (const piece of archive.text(name)) reader.write(piece)
  reader.end()
}

/** What the first visible sheet of a workbook needs to be read; throws `WorkbookError` when there is none. */
export async function workbookParts(archive: Archive): Promise<WorkbookParts> {
  const main = 'xl/workbook.xml'
  let id: string | undefined
  let is1904 = false
  await readPart(archive, main, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      const isHidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible'
      if (name === 'sheet' && !isHidden) id ??= attribute(attributes, 'id')
    },
  })
  const targets = new Map<string, string>()
  await readPart(archive, 'xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      if (name === 'Relationship') targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '')
    },
  })
  const target = targets.get(id ?? '')
  if (!target) throw new WorkbookError('broken')
  const sheet = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  const placeOf = (file: string) => [...targets.values()].find((each) => each.endsWith(file))
  const inArchive = (place = '') => (place.startsWith('/') ? place.slice(1) : `xl/${place}`)
  const [texts, styles] = [inArchive(placeOf('sharedStrings.xml')), inArchive(placeOf('styles.xml'))]
  return {
    ...{ sheet, is1904 },
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
