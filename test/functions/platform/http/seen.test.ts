import { expect, test } from 'vitest'
import { seenOf } from '#functions/platform/http/seen.ts'

const [first, second] = ['case_01ARZ3NDEKTSV4RRFFQ69G5FAV', 'patient_01ARZ3NDEKTSV4RRFFQ69G5FAV']

test('records that the caller wrote are read from the header with their versions', () => {
  expect(seenOf(`${first}@7, ${second}@12`)).toEqual([
    { id: first, version: 7 },
    { id: second, version: 12 },
  ])
  expect(seenOf()).toEqual([])
})

test.each([
  '',
  first,
  `${first}@`,
  `${first}@-1`,
  `${first}@1.5`,
  `${first}@1e3`,
  `${first}@99999999999`,
  `@7`,
  `case_x@7`,
  `A#case@7`,
  '\ud800@1',
  `${first.toLowerCase()}@1`,
])('a word that names no record in a version is passed over: %j', (word) => {
  expect(seenOf(word)).toEqual([])
  expect(seenOf(`${word},${second}@3`)).toEqual([{ id: second, version: 3 }])
})

test('no more than twenty records are looked up for one request', () => {
  expect(seenOf(Array(1000).fill(`${first}@1`).join(','))).toHaveLength(20)
  expect(seenOf('x'.repeat(1_000_000))).toEqual([])
})
