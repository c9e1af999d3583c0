import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstDictionary, secondDictionary } from '#functions/platform/store/packing/dictionary.ts'
import { DamagedValue, packed, unpacked } from '#functions/platform/store/packing/packed.ts'

test('a value is read back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(unpacked(packed(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  expect(unpacked(undefined)).toBeUndefined()
})

test('a dictionary with which values were packed is never changed', () => {
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
  expect(hashOf(firstDictionary)).toBe('b6606e16f2998572174e067524c810982886972dec6c710ebf4bf528f10dc0cd')
  expect(hashOf(secondDictionary)).toBe('533c3b7f3870fa99e7fff20f7fac66ddf58d5896a5b731eb39c478ba76498d77')
})

test('a value that was written over is no other value, but damaged', () => {
  const value = packed({ summary: 'It was said that the session was covered, and now it has to be paid for in full.' })
  if (typeof value === 'string') throw new Error('A long value is packed')
  for (const damage of [
    value.subarray(0, -1),
    Buffer.of(9, ...value.subarray(1)),
    Buffer.of(1, 2, 3),
    '{',
    Buffer.of(),
  ])
    expect(() => unpacked(damage)).toThrow(DamagedValue)
})
