import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { FileLayout, FileRow } from '#functions/platform/jobs/files/fileForm.ts'
import { pdfDocument } from '#functions/platform/jobs/files/pdf/pdfDocument.ts'
import { pdfForm } from '#functions/platform/jobs/files/pdf/pdfForm.ts'
import { readTable } from '#functions/platform/jobs/files/pdf/readTable.ts'
import { writeChecked } from '#functions/platform/jobs/files/writeChecked.ts'
import { basisPoints, choice, type Field, instant, money, text } from '#shared/declaration/field.ts'
import { readPaper } from '#test/support/formats/paper.ts'

const folder = mkdtempSync(join(tmpdir(), 'redress-pdf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'file.pdf')
const riyadh = { timeZone: 'Asia/Riyadh', currency: 'SAR' }

const layoutOf = (fields: Record<string, Field>, language: 'en' | 'ar' = 'en'): FileLayout => ({
  ...{ title: language === 'ar' ? 'الحالات' : 'Cases', subtitle: 'As of 2026-11-30', language },
  direction: language === 'ar' ? 'rtl' : 'ltr',
  columns: Object.entries(fields).map(([name, field]) => ({ name, title: `${name} of it`, field })),
})

async function* inPages(rows: readonly (readonly string[])[], place = riyadh): AsyncGenerator<FileRow[]> {
  for (let index = 0; index < rows.length; index += 20)
    yield rows.slice(index, index + 20).map((texts) => ({ texts, place }))
}

async function written(layout: FileLayout, rows: readonly (readonly string[])[]) {
  const facts = await writeChecked(pdfForm, layout, inPages(rows), path)
  return { facts, pages: readPaper(readFileSync(path)) }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

const words = fc.constantFrom(
  'محمد عبدالله',
  'Sara Al-Harbi',
  '王小明',
  '',
  'Jānis',
  '\u0001x',
  'a\nb',
  '=1+1',
  'x'.repeat(300),
)

test('every text of a list stands in its PDF, whatever its characters, and is found when it is read again', async () => {
  const cells = fc.oneof(words, fc.string({ unit: 'binary' }))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cells, { minLength: 3, maxLength: 3 })), async (rows) => {
      const { facts } = await written(layoutOf({ a: text(), b: text(), c: text() }, 'ar'), rows)
      expect(facts.rows).toBe(rows.length)
      const found = await all(readTable(path, 3))
      expect(found.slice(1)).toEqual(rows.map((row) => row.map((each) => each.normalize('NFC'))))
    }),
    { numRuns: 60 },
  )
})

test('equal lists have equal bytes', async () => {
  const digest = async () => (await written(layoutOf({ a: text() }), [['محمد'], ['王小明']])).facts.sha256
  expect(await digest()).toBe(await digest())
})

test('a file that lost a row is not kept', async () => {
  const rows = Array.from({ length: 3 }, (_, index) => [`case ${index}`])
  const broken = {
    ...pdfForm,
    read: async function* (file: string) {
      for await (const row of readTable(file, 1)) if (row[0] !== 'case 1') yield row
    },
  }
  await expect(writeChecked(broken, layoutOf({ a: text() }), inPages(rows), path)).rejects.toThrow('did not read back')
})

test.each([
  ['money', money(), '123456', '1,234.56'],
  ['an instant', instant(), '2026-11-20T11:05:00.000Z', '2026-11-20 14:05'],
  ['a share', basisPoints(), '1550', '15.50%'],
  ['a choice', choice(['new']), 'new', 'new'],
])('%s is shown as a person reads it', async (_, field, value, shown) => {
  const { pages } = await written(layoutOf({ a: field }), [[value]])
  expect(pages[0]?.map((line) => line.text)).toContain(shown)
})

test('the head stands on each page, and the number of records below the table', async () => {
  const { pages } = await written(
    layoutOf({ a: text() }),
    Array.from({ length: 120 }, (_, index) => [`case ${index}`]),
  )
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) expect(page.map((line) => line.text)).toContain('a of it')
  expect(pages.at(-1)?.map((line) => line.text)).toContain('Records: 120')
  expect(readFileSync(path, 'latin1')).toContain(`/Count ${pages.length}/Kids`)
})

test('a row that is longer than a page goes on on the next ones', async () => {
  const long = 'word '.repeat(9_000).trim()
  const { pages } = await written(layoutOf({ a: text(), b: text() }), [[long, 'short']])
  expect(pages.length).toBeGreaterThan(3)
})

test('an Arabic list begins at the right', async () => {
  const xOf = async (language: 'en' | 'ar', said: string) => {
    const { pages } = await written(layoutOf({ a: text(), b: text() }, language), [['one', 'two']])
    return pages[0]?.find((line) => line.text === said)?.x ?? 0
  }
  expect(await xOf('en', 'one')).toBeLessThan(await xOf('en', 'two'))
  expect(await xOf('ar', 'one')).toBeGreaterThan(await xOf('ar', 'two'))
})

test('a list of many columns is on larger paper, and an empty one says so', async () => {
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`c${index}`, text()]))
  const { pages } = await written(layoutOf(many), [])
  expect(readFileSync(path, 'latin1')).toContain('/MediaBox[0 0 1191 842]')
  expect(pages[0]?.map((line) => line.text)).toContain('Records: 0')
})

test('a document has its sections in order, over as many pages as it needs', async () => {
  const sections = [
    {
      heading: 'المريض',
      pairs: [
        ['الاسم', 'محمد'],
        ['الهاتف', '+966501234567'],
      ] as const,
    },
    { heading: 'الأقوال', paragraphs: ['انتظر المريض ثلاث ساعات. '.repeat(400)] },
  ]
  const parts = await all(pdfDocument({ title: 'كل ما يُحفظ', language: 'ar', sections }))
  writeFileSync(path, Buffer.concat(parts))
  const pages = readPaper(readFileSync(path))
  const said = pages.flat().map((line) => line.text)
  expect(pages.length).toBeGreaterThan(1)
  expect(said.indexOf('محمد')).toBeGreaterThan(said.indexOf('المريض'))
  expect(said.filter((each) => each.startsWith('انتظر')).length).toBeGreaterThan(10)
})

test('a long title takes the lines it needs, above the table', async () => {
  const layout = { ...layoutOf({ a: text() }), title: 'Complaints about waiting '.repeat(8).trim() }
  const { pages } = await written(layout, [['one']])
  const [first, ...others] = pages[0]?.filter((line) => line.text.includes('Complaints')) ?? []
  const head = pages[0]?.find((line) => line.text === 'a of it')
  expect(others.length).toBeGreaterThan(1)
  expect(first?.y).toBeGreaterThan(head?.y ?? Number.POSITIVE_INFINITY)
})

test('a character of no font is an empty box, and its text is still found', async () => {
  const { pages } = await written(layoutOf({ a: text() }), [['\u{1f600} ok']])
  const line = pages[0]?.find(({ text: said }) => said.includes('ok'))
  expect(line?.text).toBe('\u{1f600} ok')
  expect(line?.glyphs[0]).toEqual({ font: 0, glyph: 0 })
})
