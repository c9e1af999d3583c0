import { expect, test } from 'vitest'
import { allFields } from '#shared/declaration/entity.ts'
import { entities } from '#shared/entities/index.ts'
import { columnNameOf } from '#shared/rules/imports/fileColumns.ts'
import { dayFirst, fileStyle } from '#shared/rules/imports/fileStyle.ts'

const ofNumbers = (delimiter: string, ...cells: string[]) => fileStyle([{ kind: 'money', cells }], delimiter)
const ofDays = (...cells: string[]) => fileStyle([{ kind: 'day', cells }], ',').isMonthFirst

test.each([
  [',', ['1.450'], '.', true],
  [';', ['1.450'], ',', false],
  [';', ['1.450', '12,5'], ',', true],
  [';', ['1450.5'], '.', true],
  [';', ['1.450,00'], ',', true],
  [',', ['1,450.00'], '.', true],
  ['\t', ['1.450.000'], ',', true],
  [';', ['0.500'], '.', true],
  [';', ['1.5', '1,5'], ',', false],
  ['\t', ['1450'], '.', false],
  [';', ['\u0661\u066b\u0665'], ',', false],
])('a file parted by %j with %j has the decimal mark %s, sure: %s', (delimiter, cells, decimalMark, isMarkSure) => {
  expect(ofNumbers(delimiter, ...cells)).toMatchObject({ decimalMark, isMarkSure })
})

test('days begin with the month only where one of them cannot begin with the day, and none the other way', () => {
  expect(ofDays('12/31/2003', '8/10/2003')).toBe(true)
  expect(ofDays('8/10/2003')).toBe(false)
  expect(ofDays('12/31/2003', '31/12/2003')).toBe(false)
  expect(ofDays('2003-12-31')).toBe(false)
  expect(['8/10/2003 08:15', '2003-08-10', 'soon'].map(dayFirst)).toEqual(['10/8/2003 08:15', '2003-08-10', 'soon'])
})

test('no two fields of an entity have one column in a file', () => {
  for (const entity of entities) {
    const names = Object.entries(allFields(entity)).map(([name, field]) => columnNameOf(name, field))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  }
})
