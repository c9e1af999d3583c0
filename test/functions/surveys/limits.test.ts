import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { Allowance } from '#functions/surveys/page/allowance.ts'
import { sentForms, wrongLinks } from '#functions/surveys/page/limits.ts'
import { newToken } from '#functions/surveys/tokens.ts'
import { surveyTexts } from '#shared/text/survey.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { linked, open, published, send } from './scene.ts'

const world = useTable()
let surveyId = ''
beforeAll(async () => {
  surveyId = await published()
})
const link = () => linked(world().siteId, surveyId)

const guess = () => as('nobody')(`GET /s/${newToken()}`, undefined, { headers: { 'accept-language': 'ar' } })

test('whatever comes when, no more happens in a time than the allowance says', () => {
  const pauses = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 })
  const rate = fc.record({ atOnce: fc.integer({ min: 1, max: 20 }), everySeconds: fc.integer({ min: 1, max: 30 }) })
  fc.assert(
    fc.property(rate, pauses, (rate, pauses) => {
      let nowMs = 0
      let count = 0
      const allowance = new Allowance(rate, () => nowMs)
      for (const pause of pauses) {
        nowMs += pause
        if (allowance.secondsToWait('a') > 0) continue
        allowance.spend('a')
        count++
      }
      expect(count).toBeLessThanOrEqual(rate.atOnce + nowMs / 1000 / rate.everySeconds)
      nowMs += allowance.secondsToWait('a') * 1000
      expect(allowance.secondsToWait('a')).toBe(0)
    }),
  )
})

test('one link takes some forms at once, and no more for a while', async () => {
  const { token } = await link()
  await open(token)
  const statuses: number[] = []
  for (let index = 0; index <= sentForms.atOnce; index++) statuses.push((await send(token, { lang: 'en' })).status)
  expect(statuses.slice(0, -1)).toEqual(Array(sentForms.atOnce).fill(422))
  expect(statuses.at(-1)).toBe(429)
})

test('who guesses links is soon asked to wait, in words of the browser’s language; who has a link goes on', async () => {
  const { token } = await link()
  expect((await open(token)).status).toBe(200)
  const statuses: number[] = []
  for (let index = 0; index < wrongLinks.atOnce + 50; index++) statuses.push((await guess()).status)
  expect(new Set(statuses.slice(0, wrongLinks.atOnce))).toEqual(new Set([404]))
  const last = await guess()
  expect(last.status).toBe(429)
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0)
  expect(last.text).toContain(surveyTexts.ar.page.tooMany)
  expect(last.text).toContain('<html lang="ar" dir="rtl">')
  expect((await open(token)).status).toBe(200)
})
