import type { Archive } from './archive.ts'
import { readPart } from './readPart.ts'
import { WorkbookError } from './WorkbookError.ts'
import { attribute } from './XmlReader.ts'

/** A sheet of a workbook: its name, where it lies in the archive, and whether people see it. */
export interface WorkbookSheet {
  readonly name: string
  readonly path: string
  readonly isHidden: boolean
}

/** The sheets of a workbook in their order, where its other parts lie, and from which year days are counted. */
export interface WorkbookHead {
  readonly sheets: readonly WorkbookSheet[]
  readonly texts: string
  readonly styles: string
  readonly is1904: boolean
}

/** Reads which sheets a workbook has; throws `WorkbookError` where one is said and not there. */
export async function sheetsOf(archive: Archive): Promise<WorkbookHead> {
  const listed: { id: string; name: string; isHidden: boolean }[] = []
  let is1904 = false
  await readPart(archive, 'xl/workbook.xml', {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') is1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (tag !== 'sheet') return
      const isHidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible'
      listed.push({ id: attribute(attributes, 'id') ?? '', name: attribute(attributes, 'name') ?? '', isHidden })
    },
  })
  const targets = new Map<string, string>()
  await readPart(archive, 'xl/_rels/workbook.xml.rels', {
    open: (tag, attributes) => {
      if (tag === 'Relationship') targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '')
    },
  })
  const inArchive = (place = '') => (place.startsWith('/') ? place.slice(1) : `xl/${place}`)
  const sheets = listed.map(({ id, name, isHidden }) => {
    const target = targets.get(id)
    if (!target) throw new WorkbookError('broken')
    return { name, isHidden, path: inArchive(target) }
  })
  const placeOf = (file: string) => inArchive([...targets.values()].find((each) => each.endsWith(file)))
  return { sheets, is1904, texts: placeOf('sharedStrings.xml'), styles: placeOf('styles.xml') }
}

/** How many rows of a sheet have a cell with a value, the names of its columns among them. */
export async function filledRowsOf(archive: Archive, { path }: WorkbookSheet): Promise<number> {
  let rows = 0
  let isFilled = false
  await readPart(archive, path, {
    open: (tag) => {
      if (tag === 'row') isFilled = false
      if (tag === 'v' || tag === 't') isFilled = true
    },
    close: (tag) => {
      if (tag === 'row' && isFilled) rows++
    },
  })
  return rows
}
