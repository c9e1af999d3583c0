import { zipOf } from '#functions/platform/jobs/files/zip.ts'

/** A workbook as another program writes one: its sheet, and what its cells refer to. */
export interface ForeignWorkbook {
  readonly sheet: string
  readonly texts?: string
  readonly styles?: string
  readonly workbook?: string
  readonly relations?: string
  readonly more?: Readonly<Record<string, string>>
}

const relation = (id: string, target: string) => `<Relationship Id="${id}" Type="t" Target="${target}"/>`

/** Row after row of XML as a sheet. */
export const sheetOf = (...rows: string[]) => `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`

/** The bytes of such a workbook. */
export async function foreignWorkbook({ sheet, texts, styles, workbook, relations, more = {} }: ForeignWorkbook) {
  const parts: Record<string, string | undefined> = {
    'xl/workbook.xml': workbook ?? '<workbook><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${
      relations ??
      relation('rId1', 'worksheets/sheet1.xml') + relation('rId2', 'sharedStrings.xml') + relation('rId3', 'styles.xml')
    }</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/sharedStrings.xml': texts,
    'xl/styles.xml': styles,
    ...more,
  }
  return zipped(
    Object.entries(parts).flatMap(([name, text]) => (text === undefined ? [] : [{ name, content: [text] }])),
  )
}

/** Parts as an archive. */
export async function zipped(parts: Parameters<typeof zipOf>[0]): Promise<Buffer<ArrayBuffer>> {
  const pieces: Buffer[] = []
  for await (const piece of zipOf(parts)) pieces.push(piece)
  return Buffer.concat(pieces)
}
