import { expect, test } from 'vitest'
import { compressed } from '#functions/platform/http/compress.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'

useTable()

test('a long answer is compressed for a client that accepts gzip, and the text is the same', async () => {
  const plain = await as('nobody')('GET /api/openapi.json')
  const packed = await as('nobody')('GET /api/openapi.json', undefined, { headers: { 'Accept-Encoding': 'br, gzip' } })
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(packed.text).toBe(plain.text)
})

test.each([
  ['gzip', true],
  ['GZIP;q=0.5', true],
  ['gzip;q=0', false],
  ['gzip; q=0.000, br', false],
  ['br', false],
  ['', false],
  [undefined, false],
])('an Accept-Encoding of %s is respected', (accepted, isPacked) => {
  const answer = compressed({ statusCode: 200, body: 'x'.repeat(2000) }, accepted)
  expect(answer.isBase64Encoded === true).toBe(isPacked)
  expect((answer.body ?? '').length < 200).toBe(isPacked)
  expect(compressed({ statusCode: 200, body: 'x' }, accepted).isBase64Encoded).toBeUndefined()
})
