import { expect, test } from 'vitest'
import { readTable } from '#admin/transfer/table.ts'
import { templateOf } from '#admin/transfer/template.ts'
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
