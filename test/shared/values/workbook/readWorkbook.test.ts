import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWorkbook } from '#shared/values/workbook/readWorkbook.ts'
import { WorkbookError } from '#shared/values/workbook/WorkbookError.ts'
import { type ForeignWorkbook, foreignWorkbook, sheetOf, zipped } from '#test/support/formats/foreignWorkbook.ts'

const limits = { rows: 100, columns: 20, characters: 100_000 }

async function rowsIn(bytes: Buffer<ArrayBuffer>, own = limits): Promise<string[][]> {
  const rows: string[][] = []
  for await (const row of readWorkbook(new Blob([bytes]), own)) rows.push(row)
  return rows
}
const rowsOf = async (workbook: ForeignWorkbook) => rowsIn(await foreignWorkbook(workbook))
const faultOf = (bytes: Buffer<ArrayBuffer>, own = limits) =>
  rowsIn(bytes, own).then(
    () => 'read',
    (error: unknown) => (error instanceof WorkbookError ? error.fault : error),
  )

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const head = `<row r="1">${inline('a')}${inline('b')}</row>`
/** Styles: plain, a built-in day, a day of its own, a clock, a share, a colour in brackets that is no date. */
const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy hh:mm"/><numFmt numFmtId="165" formatCode="[Red]#,##0.00"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="10"/><xf numFmtId="165"/></cellXfs></styleSheet>`

test.each([
  ['a whole number', '<c><v>1450</v></c>', '1450'],
  ['a number with noise', '<c><v>14.500000000000002</v></c>', '14.5'],
  ['a long number', '<c><v>1.23456789E+11</v></c>', '123456789000'],
  ['an amount', '<c s="5"><v>-1450.5</v></c>', '-1450.5'],
  ['a day', '<c s="1"><v>46346</v></c>', '2026-11-20'],
  ['a clock', '<c s="2"><v>46346.586805555555</v></c>', '2026-11-20T14:05:00'],
  ['a time', '<c s="3"><v>0.5</v></c>', '12:00'],
  ['a share', '<c s="4"><v>0.155</v></c>', '15.5%'],
  ['a day that two spreadsheets call differently', '<c s="1"><v>60</v></c>', '60'],
  ['a day in ISO form', '<c t="d"><v>2026-11-20T00:00:00</v></c>', '2026-11-20'],
  ['a truth', '<c t="b"><v>1</v></c>', 'true'],
  ['an error', '<c t="e"><v>#REF!</v></c>', '#REF!'],
  ['a formula with its text', '<c t="str"><f>A1</f><v>x</v></c>', 'x'],
  ['a formula without a calculated value', '<c><f>A1+1</f></c>', '#VALUE!'],
  ['marked text', '<c t="inlineStr"><is><t>_x0041_&amp;&#x4e2d;</t></is></c>', 'A&中'],
  [
    'text in pieces, without how it is spoken',
    '<c t="inlineStr"><is><r><t>山</t></r><rPh><t>yama</t></rPh><r><t> x</t></r></is></c>',
    '山 x',
  ],
])('%s is read as people mean it', async (_, cell, text) => {
  const rows = await rowsOf({ sheet: sheetOf(head, `<row r="2">${cell}</row>`), styles })
  expect(rows[1]).toEqual([text])
})

test('a workbook that counts from 1904 has its days', async () => {
  const workbook = '<workbook><workbookPr date1904="1"/><sheets><sheet r:id="rId1"/></sheets></workbook>'
  const rows = await rowsOf({ sheet: sheetOf(head, '<row r="2"><c s="1"><v>44884</v></c></row>'), styles, workbook })
  expect(rows[1]).toEqual(['2026-11-20'])
})

test('shared texts, prefixes, cells without places and rows that are left free are read', async () => {
  const texts =
    '<x:sst xmlns:x="m"><x:si><x:t xml:space="preserve"> a </x:t></x:si><x:si><x:r><x:t>b</x:t></x:r></x:si></x:sst>'
  const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="m"><!-- > --><x:sheetData>
    <x:row r="1"><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c></x:row>
    <x:row r="2" note="a > b"/><x:row r="4"><x:c r="C4" t='s'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`
  expect(await rowsOf({ sheet, texts })).toEqual([[' a ', 'b'], [], [], ['', '', 'b']])
})

test('the first sheet that is shown is read, wherever it lies', async () => {
  const workbook = `<workbook><sheets><sheet name="h" state="hidden" r:id="rId1"/><sheet name="s" r:id="rId9"/></sheets></workbook>`
  const relations =
    '<Relationship Id="rId9" Target="/xl/deep/page.xml"/><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'
  const more = { 'xl/deep/page.xml': sheetOf(`<row>${inline('shown')}</row>`) }
  expect(await rowsOf({ sheet: sheetOf(head), workbook, relations, more })).toEqual([['shown']])
})

test.each<[string, ForeignWorkbook, string]>([
  ['more columns', { sheet: sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>') }, 'tooWide'],
  ['more rows', { sheet: sheetOf(head, '<row r="102"><c><v>1</v></c></row>') }, 'tooLong'],
  ['more text', { sheet: sheetOf(head, `<row r="2">${inline('x'.repeat(100_001))}</row>`) }, 'tooLarge'],
  ['no names of columns', { sheet: sheetOf(`<row r="3">${inline('a')}</row>`) }, 'noHead'],
  ['a sheet that stops', { sheet: `<worksheet><sheetData>${head}` }, 'broken'],
  ['half a tag', { sheet: `${sheetOf(head)}<row` }, 'broken'],
  [
    'rows out of order',
    { sheet: sheetOf(head, '<row r="3"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>') },
    'broken',
  ],
  ['a text that is not there', { sheet: sheetOf('<row r="1"><c t="s"><v>7</v></c></row>') }, 'broken'],
  ['entities of its own', { sheet: `<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheetOf(head)}` }, 'broken'],
  ['no sheet', { sheet: '', relations: '<Relationship Id="rId5" Target="x.xml"/>' }, 'broken'],
])('a workbook with %s is refused', async (_, workbook, fault) => {
  expect(await faultOf(await foreignWorkbook(workbook))).toBe(fault)
})

test('free rows far below are no rows', async () => {
  const sheet = sheetOf(head, '<row r="1048576"/>', '<row r="1048577"><c s="1"/></row>')
  expect(await rowsOf({ sheet })).toEqual([['a', 'b']])
})

/** The workbook with some bytes of the directory's entry of its sheet changed. */
async function tampered(sheet: string, change: (directory: Buffer, entry: number) => void) {
  const bytes = Buffer.from(await foreignWorkbook({ sheet }))
  const name = bytes.lastIndexOf('xl/worksheets/sheet1.xml')
  change(bytes, name - 46)
  return Buffer.from(bytes)
}

test('an archive that would unpack to far more than it says, or than any needs, is refused before it does', async () => {
  const bomb = sheetOf(head, `<row r="2">${inline(' '.repeat(30_000_000))}</row>`)
  expect(await faultOf(await foreignWorkbook({ sheet: bomb }))).toBe('tooLarge')
  const lying = await tampered(bomb, (bytes, entry) => bytes.writeUInt32LE(900_000, entry + 24))
  expect(await faultOf(lying)).toBe('broken')
})

test.each<[string, (bytes: Buffer, entry: number) => void]>([
  ['is encrypted', (bytes, entry) => bytes.writeUInt16LE(0x0809, entry + 8)],
  ['is packed in another way', (bytes, entry) => bytes.writeUInt16LE(12, entry + 10)],
  ['needs ZIP64', (bytes, entry) => bytes.writeUInt32LE(0xffff_ffff, entry + 24)],
  ['lies elsewhere', (bytes, entry) => bytes.writeUInt32LE(3, entry + 42)],
])('an archive whose sheet %s is refused', async (_, change) => {
  expect(await faultOf(await tampered(sheetOf(head), change))).toBe('broken')
})

test('an archive that has a name twice is refused', async () => {
  expect(await faultOf(await zipped(['a', 'a'].map((name) => ({ name, content: ['x'] }))))).toBe('broken')
})

test('damaged bytes are refused or read, and nothing else happens', async () => {
  const whole = await foreignWorkbook({ sheet: sheetOf(head, `<row r="2">${inline('x')}</row>`), styles })
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, byte, length) => {
      const bytes = Buffer.from(whole)
      bytes[at] = byte
      for (const each of [bytes, whole.subarray(0, length)])
        expect(['read', 'broken', 'tooLarge', 'tooWide', 'tooLong', 'noHead']).toContain(
          await faultOf(Buffer.from(each)),
        )
    }),
  )
})
