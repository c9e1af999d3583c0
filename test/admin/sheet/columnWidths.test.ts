import { expect, test } from 'vitest'
import { type ColumnTexts, contentWidths, fitWidths } from '#admin/sheet/look/columnWidths.ts'

/** Ten pixels a letter, in every font. */
const measure = (text: string) => text.length * 10
const column = (name: string, texts: string[], more: Partial<ColumnTexts> = {}): ColumnTexts => ({
  name,
  kind: 'text',
  label: name,
  texts,
  isBold: false,
  ...more,
})
const widthOf = (...[texts, more]: [string[], Partial<ColumnTexts>?]) =>
  contentWidths([column('a', texts, more)], measure).a ?? 0

test('a column is as wide as its longest text', () => {
  expect(widthOf(['Coral Hospital', 'Palm'])).toBe(140 + 26)
})

test('a column shows its header whole, with room for the sign of the order and its menu', () => {
  expect(widthOf(['1'], { label: 'Files per batch' })).toBe(150 + 72)
})

test('a column keeps the least and the greatest width of its kind', () => {
  const endless = ['x'.repeat(400)]
  expect([widthOf([], { label: '' }), widthOf(endless), widthOf(endless, { kind: 'longText' })]).toEqual([72, 280, 360])
})

test('bold texts are measured in bold', () => {
  const inFont = (text: string, font: string) => text.length * (font === 'bold' ? 12 : 10)
  const [plain, bold] = [false, true].map((isBold) => contentWidths([column('a', ['Ten letters'], { isBold })], inFont))
  expect([plain?.a, bold?.a]).toEqual([110 + 26, 132 + 26])
})

const content = { name: 200, payer: 100, created: 150 }

test('the title column takes the remaining room', () => {
  expect(fitWidths(content, {}, 'name', 1000)).toEqual({ name: 750, payer: 100, created: 150 })
})

test('without room left every column keeps its width, and the list scrolls', () => {
  expect(fitWidths(content, {}, 'name', 300)).toEqual(content)
})

test('a width that the person set stays, and the title column takes the remaining room', () => {
  expect(fitWidths(content, { payer: 300 }, 'name', 1000)).toEqual({ name: 550, payer: 300, created: 150 })
  expect(fitWidths(content, { name: 180 }, 'name', 1000)).toEqual({ name: 180, payer: 100, created: 150 })
})

test('a hidden column takes no room and keeps its own width', () => {
  const { payer: _, ...shown } = content
  expect(fitWidths(shown, { payer: 300 }, 'name', 1000)).toEqual({ name: 850, created: 150 })
})
