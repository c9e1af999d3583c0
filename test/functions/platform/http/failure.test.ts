import { expect, test } from 'vitest'
import { problemOf } from '#functions/platform/http/failure.ts'

const coded = (code: string) => Object.assign(new Error(code), { code })

test('a service that cannot be reached is 503 with a time to try again, however the error says it', () => {
  for (const error of [coded('ECONNREFUSED'), new TypeError('fetch failed', { cause: coded('ECONNREFUSED') })])
    expect(problemOf(error).document()).toMatchObject({ status: 503, rule: 'STORE_SILENT', retryAfter: 2 })
})

test('an unforeseen error is 500 and says nothing of itself', () => {
  const document = problemOf(new TypeError('Mariam +966501112233')).document()
  expect(document).toMatchObject({ status: 500, rule: 'FAILED' })
  expect(JSON.stringify(document)).not.toContain('Mariam')
})
