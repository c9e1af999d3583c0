import { beforeAll, expect, test } from 'vitest'
import type { OfferOptionReply } from '#shared/api/offers.ts'
import { as } from '#test/support/call.ts'
import type { Person } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { ask, judgedCase, limits, offerNow, putLimits } from './scene.ts'

const world = useTable()
beforeAll(() => putLimits(world()))

const options = (person: Person, caseId: string, role?: string) =>
  as(person)(`GET /api/cases/${caseId}/offer-options${role === undefined ? '' : `?as=${role}`}`)
const discountOf = ({ body }: { body: OfferOptionReply[] }) => body.find(({ remedy }) => remedy === 'discount')

test('everybody of the case is told what they may offer, in the words of the patient', async () => {
  const caseId = await judgedCase(world())
  const found = discountOf(await options('officer', caseId))
  expect(found).toMatchObject({ decision: 'allowed', upToMinor: limits.limitAMinor, currency: 'SAR' })
  expect(found).toMatchObject({ approverRole: 'unit-manager', wordingLanguage: 'ar', isWordingFixed: false })
  expect(found?.approvers).toEqual([{ role: 'unit-manager', upToMinor: limits.limitBMinor }, { role: 'director' }])
  expect(found?.why.message).toBe('You may offer up to 500.00 SAR without asking.')
  expect(discountOf(await options('front-desk', caseId))).toMatchObject({
    decision: 'refused',
    why: { rule: 'FRONT_DESK_HANDS_OVER' },
  })
})

test('a director and an administrator try what a role may; nobody else does', async () => {
  const caseId = await judgedCase(world())
  for (const person of ['director', 'admin'] as const)
    expect(discountOf(await options(person, caseId, 'officer'))).toMatchObject({ upToMinor: limits.limitAMinor })
  expect(discountOf(await options('admin', caseId))).toMatchObject({ decision: 'refused', why: { rule: 'OFFER_ROLE' } })
  expect((await options('unit-manager', caseId, 'director')).body.rule).toBe('ROLE')
  expect((await options('officer', caseId, 'officer')).body.rule).toBe('ROLE')
  expect((await options('director', caseId, 'king')).status).toBe(400)
})

test('others are told nothing', async () => {
  const caseId = await judgedCase(world())
  expect((await options('foreign-officer', caseId)).status).toBe(404)
  for (const person of ['clinician', 'auditor', 'accountant'] as const)
    expect((await options(person, caseId)).status).toBe(403)
})

test('the rules of the site answer from the day on which they are published, by their versions', async () => {
  const rule = {
    siteId: world().siteId,
    code: 'gift-house',
    name: 'Gifts of the house',
    remedy: 'gift',
    limits: [
      { role: 'front-desk', maxMinor: 2_000 },
      { role: 'officer', maxMinor: 10_000 },
    ],
    wording: { en: 'Please take this' },
  }
  const { body: first } = await as('director')('POST /api/offer-rules', rule)
  const step = (id: string, name: string, body: object = {}) =>
    as('director')(`POST /api/offer-rules/${id}/actions/${name}`, body)
  expect((await step(first.id, 'publish')).body).toMatchObject({ status: 'published', ruleVersion: 1 })
  const caseId = await judgedCase(world())
  const giftOf = async (person: Person) =>
    (await options(person, caseId)).body.find(({ remedy }: OfferOptionReply) => remedy === 'gift')
  expect(await giftOf('front-desk')).toMatchObject({ decision: 'allowed', upToMinor: 2_000, ruleId: first.id })
  expect(await giftOf('officer')).toMatchObject({ wording: 'Please take this', wordingLanguage: 'en' })
  const [id] = await ask('front-desk', caseId, { remedy: 'gift', amountMinor: 2_000 })
  expect(await offerNow(id)).toMatchObject({ status: 'approved', ruleId: first.id, ruleVersion: 1 })
  expect((await ask('officer', caseId, { remedy: 'gift', amountMinor: 10_001 }))[1]).toBe('ABOVE_LIMITS')
})
