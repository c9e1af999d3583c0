import { expect, test } from 'vitest'
import { atLeast, atMost, Figures } from './figures.ts'
import { pageOf } from './report.ts'
import { milliseconds, percentile } from './timings.ts'

test('a goal for a hundred thousand cases holds below, and a million has its own or none', () => {
  const list = atMost(30, '≤ 30 ms', 250)
  expect([list.isMet(30, 1000), list.isMet(31, 100_000), list.isMet(250, 1_000_000)]).toEqual([true, false, true])
  expect(atMost(30, '≤ 30 ms', null).isMet(90, 1_000_000)).toBeUndefined()
})

test('a rate is judged from the number of cases on that its goal names', () => {
  const rate = atLeast(1500, '≥ 1,500 records/s', 100_000)
  expect([rate.isMet(900, 1000), rate.isMet(900, 100_000), rate.isMet(1500, 100_000)]).toEqual([undefined, false, true])
})

test('percentiles are taken of the sorted values', () => {
  const values = Array.from({ length: 100 }, (_, n) => 100 - n)
  expect([percentile(values, 0.5), percentile(values, 0.99), percentile([], 0.5)]).toEqual([51, 100, 0])
  expect([milliseconds(4.84), milliseconds(31.4), milliseconds(61_200)]).toEqual(['4.8 ms', '31 ms', '61.2 s'])
})

test('the page has a column for each size in order, and says what was missed or refused', () => {
  const figuresOf = (size: number, ms: number) => {
    const figures = new Figures(size, () => {})
    figures.add('default list', milliseconds(ms), ms, atMost(5, '≤ 5 ms'))
    return figures
  }
  const large = figuresOf(100_000, 7)
  large.refuse('groups', '404', atMost(80, '≤ 80 ms'))
  const run = (figures: Figures) => ({ at: '2026-11-29', figures: figures.list })
  const page = pageOf({ machine: 'one', sizes: { 100000: run(large), 1000: run(figuresOf(1000, 4)) } })
  expect(page).toContain('| what | goal | 10³ | 10⁵ |')
  expect(page).toContain('| default list | ≤ 5 ms | 4.0 ms | **missed**: 7.0 ms |')
  expect(page).toContain('| groups | ≤ 80 ms |  | refused (404) |')
})
