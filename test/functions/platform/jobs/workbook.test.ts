import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { csvForm } from '#functions/platform/jobs/files/csvForm.ts'
import type { FileForm, FileLayout, FileRow } from '#functions/platform/jobs/files/fileForm.ts'
import { workbookForm } from '#functions/platform/jobs/files/workbookForm.ts'
import { writeChecked } from '#functions/platform/jobs/files/writeChecked.ts'
import { basisPoints, day, type Field, instant, integer, money, phone, text } from '#shared/declaration/field.ts'
import { instantOf } from '#shared/values/zonedTime.ts'
import { readWorkbook } from '#test/support/formats/workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'redress-workbook-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'file')

const layoutOf = (fields: Record<string, Field>, direction: 'ltr' | 'rtl' = 'ltr'): FileLayout => ({
  direction,
  columns: Object.entries(fields).map(([name, field]) => ({ name, title: `${name} of it`, field })),
})
const riyadh = { timeZone: 'Asia/Riyadh', currency: 'SAR' }
const rowsOf = (rows: readonly (readonly string[])[], place = riyadh): FileRow[] =>
  rows.map((texts) => ({ texts, place }))

async function* inPages(rows: readonly FileRow[], size = 2) {
  for (let index = 0; index < rows.length; index += size) yield rows.slice(index, index + size)
}

async function written(form: FileForm, layout: FileLayout, rows: readonly FileRow[]) {
  const facts = await writeChecked(form, layout, inPages(rows), path)
  return { facts, bytes: readFileSync(path) }
}

test('every text survives in a workbook, whatever its characters, and a spreadsheet runs none of them', async () => {
  const letters = fc.string({ unit: 'binary' })
  const nasty = fc.constantFrom(
    '=1+1',
    '+966501234567',
    '-5',
    '@x',
    '_x0041_',
    '\u0001a',
    ' a ',
    'a\r\nb',
    '<&>"',
    '0012',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.oneof(letters, nasty), { minLength: 3, maxLength: 3 })), async (rows) => {
      const { bytes } = await written(workbookForm, layoutOf({ a: text(), b: text(), c: phone() }), rowsOf(rows))
      const {
        rows: [head, ...found],
      } = readWorkbook(bytes)
      expect(head?.map((cell) => cell.text)).toEqual(['a of it', 'b of it', 'c of it'])
      expect(found.map((cells) => [0, 1, 2].map((index) => cells[index]?.text ?? ''))).toEqual(rows)
      expect(found.flat().filter(({ isNumber }) => isNumber)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a text that begins like a formula is marked as text, and loses nothing', async () => {
  const { bytes } = await written(workbookForm, layoutOf({ a: text() }), rowsOf([['=cmd()'], ['plain']]))
  const [, [formula] = [], [plain] = []] = readWorkbook(bytes).rows
  expect(formula).toEqual({ text: '=cmd()', isNumber: false, format: '@', isQuoted: true })
  expect(plain?.isQuoted).toBe(false)
})

test.each([
  ['SAR', '123456', '1234.56', '#,##0.00'],
  ['KWD', '-1500', '-1.500', '#,##0.000'],
  ['JPY', '70', '70', '#,##0'],
])('an amount in %s is a number with its decimals', async (currency, minor, shown, format) => {
  const rows = rowsOf([[minor]], { ...riyadh, currency })
  const { bytes } = await written(workbookForm, layoutOf({ grossMinor: money() }), rows)
  expect(readWorkbook(bytes).rows[1]?.[0]).toMatchObject({ text: shown, format, isNumber: true })
})

test('an instant is the wall clock of the site, to the millisecond', async () => {
  const times = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  await fc.assert(
    fc.asyncProperty(
      times,
      fc.constantFrom('Asia/Riyadh', 'Europe/Riga', 'America/New_York'),
      async (time, timeZone) => {
        const rows = rowsOf([[time.toISOString()]], { ...riyadh, timeZone })
        const { bytes } = await written(workbookForm, layoutOf({ at: instant() }), rows)
        const { text: found = '', isNumber } = readWorkbook(bytes).rows[1]?.[0] ?? {}
        const wall = Math.round((Number(found) - 25_569) * 86_400_000)
        // The later reading of a repeated hour stays a text: a clock cannot tell it from the first.
        expect(isNumber ? instantOf(timeZone, wall) : Date.parse(found)).toBe(time.getTime())
      },
    ),
    { numRuns: 60 },
  )
})

test('days, counts and shares are numbers with a format; a day no spreadsheet counts stays a text', async () => {
  const layout = layoutOf({ on: day(), many: integer(), share: basisPoints() })
  const { bytes } = await written(
    workbookForm,
    layout,
    rowsOf([
      ['2026-03-01', '7', '2050'],
      ['1890-05-02', '', ''],
    ]),
  )
  const [, first, second] = readWorkbook(bytes).rows
  expect(first).toMatchObject([
    { text: '46082', format: 'yyyy\\-mm\\-dd' },
    { text: '7', format: 'General' },
    { text: '0.2050', format: '0.00%' },
  ])
  expect(second?.[0]).toMatchObject({ text: '1890-05-02', isNumber: false })
})

test('the header stays in sight, and an Arabic sheet runs from right to left', async () => {
  const fields = { a: text() }
  const arabic = readWorkbook((await written(workbookForm, layoutOf(fields, 'rtl'), [])).bytes)
  expect([arabic.isRightToLeft, arabic.isHeaderFrozen, arabic.rows.length]).toEqual([true, true, 1])
  expect(readWorkbook((await written(workbookForm, layoutOf(fields), [])).bytes).isRightToLeft).toBe(false)
})

test('a text that is longer than a cell holds is refused, not cut', async () => {
  const rows = rowsOf([['x'.repeat(32_768)]])
  await expect(written(workbookForm, layoutOf({ a: text() }), rows)).rejects.toMatchObject({
    refusal: { rule: 'CELL_LONG' },
  })
})

test.each([
  ['CSV', csvForm],
  ['XLSX', workbookForm],
])('%s: the same rows give the same bytes, counted and read back', async (_, form) => {
  const rows = rowsOf(Array.from({ length: 50 }, (_each, index) => [`"n${index}",\n=x`, String(index)]))
  const layout = layoutOf({ a: text(), b: integer() })
  const first = await written(form, layout, rows)
  const second = await written(form, layout, rows)
  expect(first.facts).toEqual({ sha256: second.facts.sha256, bytes: second.bytes.length, rows: 50 })
})

test.each([
  ['CSV', csvForm],
  ['XLSX', workbookForm],
])('%s: a file that does not hold what was written is not kept', async (_, form) => {
  const short: FileForm = {
    ...form,
    read: async function* (file, layout) {
      let index = 0
      for await (const texts of form.read(file, layout)) if (index++ !== 3) yield texts
    },
  }
  const rows = rowsOf(Array.from({ length: 9 }, (_each, index) => [String(index)]))
  const broken = { refusal: { rule: 'EXPORT_BROKEN' } }
  await expect(written(short, layoutOf({ a: text() }), rows)).rejects.toMatchObject(broken)
})
