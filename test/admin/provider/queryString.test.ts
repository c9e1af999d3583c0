import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, stringify } from '#admin/provider/queryString.ts'

test('what is written is read back, whatever the characters', () => {
  const text = fc.string({ unit: 'binary' }).filter((each) => each.isWellFormed())
  const name = text.filter((each) => each !== '' && each !== '__proto__')
  const value = fc.oneof(text, fc.constant(null), fc.array(text, { minLength: 2, maxLength: 4 }))
  fc.assert(
    fc.property(fc.dictionary(name, value), (query) => {
      expect({ ...parse(`?${stringify(query)}`) }).toEqual({ ...query })
    }),
  )
})

test('names stand in order, and what is undefined is left out', () => {
  expect(stringify({ range: '[0,24]', filter: "{'a'}", sort: undefined, q: null, ids: [2, 1] })).toBe(
    'filter=%7B%27a%27%7D&ids=2&ids=1&q&range=%5B0%2C24%5D',
  )
  expect({ ...parse('a=1+2&b&a=%D8%B9&c=') }).toEqual({ a: ['1 2', 'ع'], b: null, c: '' })
})
