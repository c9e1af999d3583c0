import { expect, test } from 'vitest'
import type { SheetQuestion } from '#admin/transfer/file/importTable.ts'
import { readTable } from '#admin/transfer/file/table.ts'
import { templateOf } from '#admin/transfer/file/template.ts'
import { readSheet } from '#admin/transfer/file/workbook.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { importColumns } from '#shared/rules/imports/importColumns.ts'
import { parseCsv } from '#shared/values/csv.ts'
import { foreignWorkbook, sheetOf } from '#test/support/formats/foreignWorkbook.ts'

const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = 'list.csv') => new File([content], name)
const read = (content: string | Uint8Array<ArrayBuffer>, name?: string) => readTable(fileOf(content, name))

test.each([
  ['commas', 'name,phone\n"Noor, Sami",+96650\n\nAdel,\n'],
  ['semicolons', '\ufeffname;phone\r\n"Noor, Sami";+96650\r\nAdel;\r\n'],
  ['tabs', 'name\tphone\n"Noor, Sami"\t+96650\nAdel\t\n'],
])('a file with %s is read: its columns, its rows, its first cells', async (_what, text) => {
  expect(await read(text)).toMatchObject({
    header: ['name', 'phone'],
    rows: 2,
    samples: [['Noor, Sami', 'Adel'], ['+96650']],
  })
})

test('text in UTF-16, as a spreadsheet saves it, is read and sent as UTF-8', async () => {
  const wide = Buffer.from('\ufeffname\tnotes\nنور\tنعم\n', 'utf16le')
  expect(await read(new Uint8Array(wide))).toMatchObject({ header: ['name', 'notes'], samples: [['نور'], ['نعم']] })
})

test.each([
  ['a workbook of another kind by its name', 'x', 'workbook', 'list.ods'],
  ['a workbook of another kind by its content', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'workbook'],
  ['an archive that is no workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'damaged'],
  ['letters of another age', new Uint8Array([0x6e, 0x0a, 0xc7, 0xe1]), 'encoding'],
  ['a picture', new Uint8Array([0x6e, 0x00, 0x0a, 0x01]), 'encoding'],
  ['nothing', '', 'empty'],
  ['column names alone', 'name,phone\n', 'empty'],
  ['an open quotation', 'name\n"Noor', 'broken'],
  ['too many rows', `n\n${'1\n'.repeat(50_001)}`, 'tooLong'],
  ['too many columns', `${'n,'.repeat(200)}n\n1\n`, 'tooWide'],
] as const)('%s is refused in words', async (_what, content, unread, name?: string) => {
  expect(await read(content, name)).toMatchObject({ unread })
})

test.each([
  ['a request holds it', 'n\nx\n', false],
  ['four megabytes', `n\n${'x'.repeat(4_000_000)}`, true],
  ['quotation marks that double on the way', `n\n"${'""'.repeat(1_000_000)}"\n`, true],
])('a long file is uploaded: %s', async (_what, content, isLong) => {
  expect(await read(content)).toMatchObject({ isLong })
})

test('a workbook is read by its first sheet and sent as it is', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const sheet = sheetOf(`<row>${cell('name')}${cell(' phone ')}</row>`, '<row/>', `<row r="3">${cell('نور')}</row>`)
  const bytes = await foreignWorkbook({ sheet })
  const table = await read(bytes, 'list.xlsx')
  expect(table).toMatchObject({ header: ['name', 'phone'], rows: 1, samples: [['نور'], []], isLong: true })
  expect(table).toMatchObject({ size: bytes.length, content: expect.any(Blob) })
})

test('a file of more than 100 MB is refused before it is read', async () => {
  const file = { name: 'list.csv', size: 200_000_001, arrayBuffer: () => Promise.reject(new Error('It was read')) }
  expect(await readTable(file)).toEqual({ unread: 'tooLarge', with: { megabytes: 100 } })
})

test('a broken file names the line of its error', async () => {
  expect(await read('name\nNoor\n"Adel" x\n')).toEqual({ unread: 'broken', with: { line: 3 } })
})

test('the template file has columns that the API understands without a mapping', () => {
  const [header = []] = parseCsv(templateOf(Patient, ['id', ...Object.keys(Patient.fields)]))
  expect(importColumns(Patient, header, { mode: 'upsert' })).toMatchObject({ names: header, ignored: [] })
})

test('an amount has the column that its name says without the word for its smallest unit', () => {
  const [header = []] = parseCsv(templateOf(Case, ['id', 'disputedMinor']))
  expect(header).toEqual(['id', 'disputed'])
  const names = (column: string) => importColumns(Case, ['id', column], { mode: 'update' }).names[1]
  expect([names('disputed'), names('disputedMinor')]).toEqual(['disputedMinor', 'disputedMinor'])
})

test('of several sheets one is chosen, with the rows of each; what a sheet hides is counted', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const sheet = sheetOf(`<row>${cell('a')}</row>`)
  const second = `<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row>${cell('name')}${cell('phone')}</row><row hidden="1">${cell('نور')}${cell('1')}</row></sheetData><mergeCells><mergeCell ref="A4:B4"/></mergeCells></worksheet>`
  const workbook =
    '<workbook><sheets><sheet name="Notes" r:id="rId1"/><sheet name="قائمة" state="hidden" r:id="rId4"/></sheets></workbook>'
  const relations =
    '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId4" Target="worksheets/sheet2.xml"/>'
  const more = { 'xl/worksheets/sheet2.xml': second }
  const question = await read(await foreignWorkbook({ sheet, workbook, relations, more }), 'list.xlsx')
  const sheets = [
    { name: 'Notes', rows: 0, isHidden: false },
    { name: 'قائمة', rows: 1, isHidden: true },
  ]
  expect(question).toMatchObject({ name: 'list.xlsx', sheets })
  const notes = { hiddenRows: 1, hiddenColumns: 1, mergedCells: 1 }
  const chosen = { header: ['name', 'phone'], rows: 1, sheet: 'قائمة', notes }
  expect(await readSheet(question as SheetQuestion, 'قائمة')).toMatchObject(chosen)
})

test.each([
  ['a line that says it', 'sep=;\r\nname;phone\r\nNoor;1\r\n', ['name', 'phone'], 1],
  ['commas within quotation marks', '"Name, full";"Site, code"\n"Sami, Noor";P\n', ['Name, full', 'Site, code'], 1],
  ['the rows and not the names', 'Name, full;Site\nNoor;P\nSami;P\n', ['Name, full', 'Site'], 2],
  ['free rows below', 'name,phone\nNoor,1\n,,\n , \n,,,\n', ['name', 'phone'], 1],
  ['free rows above', '\n;;\nname;phone\nNoor;1\n', ['name', 'phone'], 1],
] as const)('the delimiter and the rows are found by %s', async (_what, text, header, rows) => {
  expect(await read(text)).toMatchObject({ header, rows })
})
