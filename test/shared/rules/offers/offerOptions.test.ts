import { describe, expect, test } from 'vitest'
import { remedies } from '#shared/entities/offer.ts'
import { offerOptions, optionOf } from '#shared/rules/offers/offerOptions.ts'
import { goodwillCode } from '#shared/rules/offers/standardRules.ts'
import { as, decided, limitA, limitB, line, option, sceneOf } from './offerScenes.ts'

const communication = { faultClass: 'communication' } as const
const concession = { offerId: 'offer_9', ruleCode: goodwillCode, amountMinor: 150_000, at: '2026-06-01T09:00:00.000Z' }

describe('money where the fault was ours', () => {
  test.each([
    ['officer', `allowed ${limitA}`],
    ['unit-manager', `allowed ${limitB}`],
    ['director', 'allowed 500000'],
    ['front-desk', 'refused FRONT_DESK_HANDS_OVER'],
    ['accountant', 'refused OFFER_ROLE'],
  ] as const)('%s: %s', (role, expected) => {
    expect(option('discount', sceneOf({}, { asker: as(role) }))).toBe(expected)
  })

  test.each([
    [limitA, 'at once'],
    [limitA + 1, 'unit-manager'],
    [limitB, 'unit-manager'],
    [limitB + 1, 'director'],
    [500_000, 'director'],
    [500_001, 'BEYOND_DISPUTED'],
    [0, 'AMOUNT_NEEDED'],
    [undefined, 'AMOUNT_NEEDED'],
  ])('an officer offers %s: %s', (amount, expected) => {
    expect(decided('discount', sceneOf(), amount)).toBe(expected)
  })

  test('what other offers promised is not offered again', () => {
    const offers = [{ id: 'offer_1', remedy: 'refund', status: 'made', amountMinor: 480_000 } as const]
    const decidedByTwo = offers.map((offer) => ({ ...offer, approvedBy: 'user_2' }))
    expect(option('discount', sceneOf({}, { offers: decidedByTwo }))).toBe('allowed 20000')
    expect(decided('discount', sceneOf({}, { offers: decidedByTwo }), 20_001)).toBe('BEYOND_DISPUTED')
    expect(option('gift', sceneOf({}, { offers: decidedByTwo }))).toBe(`allowed ${limitA}`)
  })
})

test('nobody gets past a limit by offering twice', () => {
  const offers = [{ id: 'offer_1', remedy: 'gift', status: 'made', amountMinor: 40_000 } as const]
  expect(option('discount', sceneOf({}, { offers }))).toBe('allowed 10000')
  expect(decided('discount', sceneOf({}, { offers }), limitB - 40_000)).toBe('unit-manager')
  expect(decided('discount', sceneOf({}, { offers }), limitB - 39_999)).toBe('director')
  const all = offers.map((offer) => ({ ...offer, amountMinor: limitA }))
  expect(option('discount', sceneOf({}, { offers: all }))).toBe('needs-approval unit-manager')
  expect(option('explanation', sceneOf({}, { offers: all }))).toBe('allowed')
})

describe('goodwill', () => {
  test('is half of the limits, in words that are said as they are', () => {
    expect(option('discount', sceneOf(communication))).toBe(`allowed ${limitA / 2}`)
    expect(decided('discount', sceneOf(communication), limitB / 2)).toBe('unit-manager')
    expect(decided('discount', sceneOf(communication), limitB / 2 + 1)).toBe('director')
    expect(optionOf('discount', sceneOf(communication)).wording).toMatchObject({ language: 'ar', isFixed: true })
  })

  test('is what a case is offered that nobody has judged yet', () => {
    expect(optionOf('refund', sceneOf({ faultClass: undefined })).rule?.code).toBe(goodwillCode)
  })

  test('is at most limit B for one patient in twelve months, over all remedies', () => {
    const patient = { concessions: [concession] }
    const scene = sceneOf(communication, { patient, asker: as('director') })
    expect(option('gift', scene)).toBe('allowed 50000')
    expect(decided('refund', scene, 50_001)).toBe('PATIENT_CAP_LEFT')
    const full = { concessions: [{ ...concession, amountMinor: limitB }] }
    expect(option('gift', { ...scene, patient: full })).toBe('refused PATIENT_CAP')
    const old = { concessions: [{ ...concession, at: '2025-11-30T09:00:00.000Z' }] }
    expect(option('gift', { ...scene, patient: old })).toBe(`allowed ${limitB}`)
  })
})

describe('what no role may do', () => {
  test('compensation without own fault points to the legal route', () => {
    expect(option('compensation', sceneOf(communication, { asker: as('director') }))).toBe('refused COMPENSATION_LEGAL')
    expect(option('compensation', sceneOf())).toBe(`allowed ${limitA}`)
  })
  test('the hospital apologises for its own fault alone; anybody may be sorry', () => {
    expect(option('apology-organisation', sceneOf(communication))).toBe('refused APOLOGY_NEEDS_FAULT')
    for (const remedy of ['apology-regret', 'explanation'] as const)
      expect(option(remedy, sceneOf(communication, { asker: as('front-desk') }))).toBe('allowed')
  })
  test('a statement in writing is the director’s, and never of the one who asked', () => {
    for (const role of ['officer', 'director'] as const)
      expect(option('written-statement', sceneOf({}, { asker: as(role) }))).toBe('needs-approval director')
  })
  test.each([
    ['legal-route', 'OFFERS_FROZEN'],
    ['resolved', 'CASE_RESOLVED'],
    ['closed', 'CASE_OVER'],
    ['withdrawn', 'CASE_OVER'],
    ['merged', 'CASE_OVER'],
  ] as const)('a case that is %s: %s', (status, rule) => {
    expect(new Set(offerOptions(sceneOf({ status })).map(line))).toEqual(new Set([`refused ${rule}`]))
  })
  test('amounts of a case in another currency cannot be judged', () => {
    expect(option('discount', sceneOf({ currency: 'KWD' }))).toBe('refused OFFER_OTHER_CURRENCY')
    expect(option('explanation', sceneOf({ currency: 'KWD' }))).toBe('allowed')
  })
})

describe('a write-off', () => {
  const insured = { settlementFileId: 'file_1' }
  const file = { payerAnswer: 'denied-final', totals: { netMinor: 60_000 }, payerPaidMinor: 10_000 } as never
  test('waits for the payer’s final answer', () => {
    expect(option('write-off', sceneOf(insured))).toBe('refused PAYER_ANSWER_FIRST')
    expect(option('write-off', sceneOf(insured, { file: { totals: { netMinor: 60_000 } } as never }))).toBe(
      'refused PAYER_ANSWER_FIRST',
    )
  })
  test('is decided by a second person, even a small one of the director, and stays within the open balance', () => {
    expect(option('write-off', sceneOf(insured, { file }))).toBe('needs-approval unit-manager')
    expect(decided('write-off', sceneOf(insured, { file, asker: as('director') }), 100)).toBe('unit-manager')
    expect(decided('write-off', sceneOf(insured, { file }), 50_001)).toBe('BEYOND_BALANCE')
  })
  test('of a patient who pays alone needs no payer, and the insurer is told where treatment is at fault', () => {
    expect(option('write-off', sceneOf())).toBe('needs-approval unit-manager')
    expect(optionOf('write-off', sceneOf({ cause: 'clinical' })).needs).toContain('liability-notice')
    expect(optionOf('write-off', sceneOf({ cause: 'billing' })).needs).not.toContain('liability-notice')
  })
})

test('without a profile there are no limits of money, and the director decides on every amount', () => {
  const site = { id: 'site_1', timeZone: 'Asia/Riyadh', currency: 'SAR' }
  expect(option('discount', sceneOf({}, { site }))).toBe('needs-approval director')
  expect(decided('discount', sceneOf({}, { site }), 1)).toBe('director')
  expect(decided('discount', sceneOf({}, { site, asker: as('director') }), 500_000)).toBe('at once')
})

test('every remedy is answered with words in the language of the patient, or in English', () => {
  for (const language of ['en', 'ar', 'zh', 'it', 'lv'] as const)
    for (const { decision, wording } of offerOptions(sceneOf({}, { patient: { language } })))
      if (decision !== 'refused') expect(wording).toMatchObject({ language, isFixed: false })
  expect(offerOptions(sceneOf()).map(({ remedy }) => remedy)).toEqual([...remedies])
  expect(optionOf('discount', sceneOf({}, { patient: { language: 'ur' } })).wording?.language).toBe('en')
})
