import { expect, test } from 'vitest'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import vectors from '#test/vectors/settlement.json'

useTable()

test.each(vectors.pricing.map((vector, index) => [index, vector] as const))(
  'pricing vector %i is answered to the unit',
  async (_at, { request, expected }) => {
    const answer = await as('front-desk')('POST /api/settlement-files/preview', request)
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual(expected)
  },
)

test('a request that cannot be priced is refused with its reason', async () => {
  const answer = await as('front-desk')('POST /api/settlement-files/preview', {
    currency: 'SAR',
    class: 'B',
    lines: [],
  })
  expect(answer.status).toBe(422)
  expect(Object.keys(answer.body.errors)).toEqual(expect.arrayContaining(['classRules', 'lines']))
})
