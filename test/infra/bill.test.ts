import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { billTable, units } from '#infra/bill.ts'

const page = readFileSync(new URL('../../docs/scale.md', import.meta.url), 'utf8')

test('the bills in docs/scale.md are those of the units', () => {
  expect(page).toContain(billTable())
  for (const [name, count] of [
    ['a new record, with number, history and event', units.create],
    ['a change of a record, with history and event', units.change],
  ])
    expect(page).toContain(`| ${name} | ${count} | ${units.readBeforeWrite} |`)
  expect(page).toMatch(new RegExp(`^\\| a list of 25, .* \\| \\| ${units.list} \\|$`, 'm'))
})

test('the sum of a month is the sum of its lines', () => {
  const cells = billTable()
    .split('\n')
    .slice(2)
    .map((line) => line.split(' | ').map((cell) => Number(cell.replace(/[^\d.]/g, ''))))
  for (const column of [2, 4]) {
    const amounts = cells.map((row) => row[column] ?? 0)
    const sum = amounts.pop() ?? 0
    expect(Math.abs(amounts.reduce((all, amount) => all + amount, 0) - sum)).toBeLessThan(0.1)
    expect(sum).toBeGreaterThan(10)
  }
})
