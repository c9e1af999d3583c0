import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownTypes, typeBytes, typeOfContent } from '#shared/values/contentType.ts'

test.each([
  ['%PDF-1.7\n', 'application/pdf'],
  ['\x89PNG\r\n\x1a\n0000', 'image/png'],
  ['\xff\xd8\xff\xe0JFIF', 'image/jpeg'],
  ['MZ\x90\x00', undefined],
  ['PK\x03\x04', undefined],
  [' %PDF-1.7', undefined],
  ['%PDF', undefined],
  ['', undefined],
])('what begins with %j is %s', (text, type) => {
  expect(typeOfContent(Buffer.from(text, 'latin1'))).toBe(type)
})

test('the first bytes alone decide', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const type = typeOfContent(bytes)
      expect(typeOfContent(bytes.subarray(0, typeBytes))).toBe(type)
      expect(type === undefined || knownTypes.includes(type)).toBe(true)
    }),
  )
})
