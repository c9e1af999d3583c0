import { beforeAll, describe, expect, test } from 'vitest'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { noticesAbout } from '../cases/scene.ts'
import { ask, caseOf, concededTo, draft, judgedCase, offerNow, patient, putLimits, take } from './scene.ts'

const world = useTable()
beforeAll(() => putLimits(world()))

const discount = (amountMinor: number) => ({ remedy: 'discount', amountMinor })

describe('asking for an offer', () => {
  test('within the own limit it is approved at once, with its words and its rule', async () => {
    const caseId = await judgedCase(world())
    const [id, state] = await ask('officer', caseId, discount(50_000))
    expect(state).toBe('approved')
    const offer = await offerNow(id)
    expect(offer).toMatchObject({ ruleCode: 'standard-discount', ruleVersion: 0, currency: 'SAR', amountMinor: 50_000 })
    expect(offer.requestedBy).toBe(world().userIds.officer)
    expect(offer.approvedBy).toBeUndefined()
    expect(offer.wording).toMatch(/خصم/)
    expect(await caseOf(caseId)).toMatchObject({ standingOffers: 1 })
    expect(await concededTo(offer.patientId ?? '')).toEqual([50_000])
  })

  test('of two at once within the own limit of one case exactly one goes without asking', {
    timeout: 60_000,
  }, async () => {
    const caseId = await judgedCase(world())
    const ids = await Promise.all([1, 2].map(() => draft('officer', caseId, discount(30_000))))
    const answers = await Promise.all(ids.map((id) => take('officer', id, 'submit')))
    expect(answers.filter((answer) => answer === 'approved')).toHaveLength(1)
    expect(['pending-approval', 'LIMIT_USED']).toContain(answers.find((answer) => answer !== 'approved'))
  })

  test('above it the one who decides is told, and it waits within the working hours of the site', async () => {
    const caseId = await judgedCase(world())
    const [id, state] = await ask('officer', caseId, discount(50_001))
    expect(state).toBe('pending-approval')
    const offer = await offerNow(id)
    expect(offer).toMatchObject({ approverRole: 'unit-manager' })
    expect(offer.dueAt && offer.alarmAt && offer.alarmAt < offer.dueAt).toBe(true)
    expect(await noticesAbout(id)).toEqual(['offer-waits unit-manager'])
    expect(await caseOf(caseId)).toMatchObject({ pendingOffers: 1, standingOffers: 1 })
    expect(await concededTo(offer.patientId ?? '')).toEqual([])
  })

  test.each([
    ['officer', discount(500_001), 'BEYOND_DISPUTED'],
    ['front-desk', discount(100), 'FRONT_DESK_HANDS_OVER'],
    ['officer', { remedy: 'redo-treatment' }, 'DOCTOR_FIRST'],
    ['front-desk', { remedy: 'explanation' }, 'approved'],
  ] as const)('%s asks for %o: %s', async (person, values, answer) => {
    expect((await ask(person, await judgedCase(world()), values))[1]).toBe(answer)
  })

  test('a doctor who agrees is a clinician', async () => {
    const caseId = await judgedCase(world())
    const { clinician, officer } = world().userIds
    expect((await ask('officer', caseId, { remedy: 'redo-treatment', doctorId: officer }))[1]).toBe('NOT_A_DOCTOR')
    expect((await ask('officer', caseId, { remedy: 'redo-treatment', doctorId: clinician }))[1]).toBe('approved')
  })

  test('an amount belongs to money, in the currency of the site', async () => {
    const caseId = await judgedCase(world())
    const asked = (values: object) => as('officer')('POST /api/offers', { caseId, ...values })
    expect((await asked({ remedy: 'explanation', amountMinor: 5 })).body.rule).toBe('AMOUNT_NOT_HERE')
    expect((await asked({ remedy: 'discount' })).body.rule).toBe('AMOUNT_NEEDED')
    expect((await asked({ ...discount(5), currency: 'KWD' })).body.rule).toBe('OFFER_CURRENCY')
  })
})

describe('deciding', () => {
  test('nobody decides on what they asked for, whatever roles they hold', async () => {
    const [id] = await ask('everyone', await judgedCase(world()), { remedy: 'written-statement' })
    expect(await take('everyone', id, 'approve')).toBe('OWN_OFFER')
    expect(await take('everyone', id, 'reject', { reason: 'No' })).toBe('OWN_OFFER')
    expect(await take('unit-manager', id, 'approve')).toBe('DIRECTOR_DECIDES')
    expect(await take('director', id, 'approve')).toBe('approved')
    expect(await noticesAbout(id)).toContain(`offer-approved ${world().userIds.everyone}`)
  })

  test('an officer and an administrator decide on nothing, a unit manager up to the own limit, a director above it', async () => {
    const caseId = await judgedCase(world())
    const [id] = await ask('officer', caseId, discount(200_000))
    expect(await take('officer', id, 'approve')).toBe('ROLE')
    expect(await take('admin', id, 'approve')).toBe('ROLE')
    expect(await take('unit-manager', id, 'approve')).toBe('approved')
    const [large] = await ask('officer', caseId, discount(200_001))
    expect(await take('unit-manager', large, 'approve')).toBe('DIRECTOR_DECIDES')
    expect(await take('director', large, 'approve')).toBe('approved')
    expect((await offerNow(large)).approvedBy).toBe(world().userIds.director)
  })

  test('of two that are approved at once against one cap exactly one wins', { timeout: 60_000 }, async () => {
    const patientId = await patient(world())
    const cases = await Promise.all([1, 2].map(() => judgedCase(world(), { patientId }, {})))
    const asked = await Promise.all(cases.map((caseId) => ask('officer', caseId, discount(120_000))))
    expect(asked.map(([, state]) => state)).toEqual(['pending-approval', 'pending-approval'])
    const answers = await Promise.all(asked.map(([id]) => take('director', id, 'approve')))
    expect(answers.filter((answer) => answer === 'approved')).toHaveLength(1)
    expect(answers.filter((answer) => answer.startsWith('PATIENT_CAP'))).toHaveLength(1)
    expect(await concededTo(patientId)).toEqual([120_000])
  })

  test('the money in dispute is given away once, whoever approves at the same moment', {
    timeout: 60_000,
  }, async () => {
    const caseId = await judgedCase(world())
    const asked = await Promise.all([1, 2, 3].map(() => ask('officer', caseId, discount(190_000))))
    const answers = await Promise.all(asked.map(([id]) => take('director', id, 'approve')))
    expect(answers.filter((answer) => answer === 'approved')).toHaveLength(2)
    expect(answers.filter((answer) => answer === 'BEYOND_DISPUTED' || answer === 'NOTHING_LEFT')).toHaveLength(1)
  })

  test('in the legal route it is only rejected', async () => {
    const caseId = await judgedCase(world())
    const [id] = await ask('officer', caseId, discount(60_000))
    const lawyers = { reason: 'A lawyer has written', lawyersLetter: true }
    expect((await as('unit-manager')(`POST /api/cases/${caseId}/actions/legal-route`, lawyers)).status).toBe(200)
    expect(await take('unit-manager', id, 'approve')).toBe('OFFERS_FROZEN')
    expect(await take('unit-manager', id, 'reject', { reason: 'Lawyers' })).toBe('rejected')
  })
})

describe('editing', () => {
  test('voids an approval, and gives the cap back', async () => {
    const [id] = await ask('officer', await judgedCase(world()), discount(40_000))
    const { version, patientId = '', caseId } = await offerNow(id)
    expect((await as('officer')(`PATCH /api/offers/${id}`, { amountMinor: 45_000, version })).body.status).toBe('draft')
    const offer = await offerNow(id)
    expect([offer.requestedBy, offer.approvedAt, offer.wording, offer.ruleVersion]).toEqual(Array(4).fill(undefined))
    expect(await concededTo(patientId)).toEqual([])
    expect((await caseOf(caseId)).standingOffers ?? 0).toBe(0)
    expect(await take('officer', id, 'make', { madeHow: 'By phone' })).toBe('STATE')
  })

  test('ends when the offer was made', async () => {
    const [id] = await ask('officer', await judgedCase(world()), discount(40_000))
    expect(await take('officer', id, 'make', { madeHow: 'By phone' })).toBe('made')
    const { version } = await offerNow(id)
    expect((await as('officer')(`PATCH /api/offers/${id}`, { amountMinor: 1, version })).body.rule).toBe('OFFER_FIXED')
  })

  test('an offer stays with its case', async () => {
    const id = await draft('officer', await judgedCase(world()), discount(40_000))
    const body = { caseId: await judgedCase(world()), version: 1 }
    expect((await as('officer')(`PATCH /api/offers/${id}`, body)).body.rule).toBe('OFFER_CASE_FIXED')
  })
})

test('an offer goes from made to carried out, and its case knows what it cost', async () => {
  const caseId = await judgedCase(world())
  const [id] = await ask('officer', caseId, discount(40_000))
  for (const [step, body, state] of [
    ['make', { madeHow: 'In person' }, 'made'],
    ['accept', {}, 'accepted'],
    ['fulfil', { evidence: 'Credit note 12' }, 'fulfilled'],
  ] as const)
    expect(await take('officer', id, step, body)).toBe(state)
  expect(await caseOf(caseId)).toMatchObject({ standingOffers: 1, concededMinor: 40_000 })
})

test.each([
  ['decline', {}, 'declined'],
  ['cancel', { reason: 'Another way was found' }, 'cancelled'],
] as const)('%s gives the cap back', async (step, body, state) => {
  const [id] = await ask('officer', await judgedCase(world()), discount(40_000))
  await take('officer', id, 'make', { madeHow: 'In person' })
  expect(await take('officer', id, step, body)).toBe(state)
  expect(await concededTo((await offerNow(id)).patientId ?? '')).toEqual([])
})

test('the legal route freezes what was not made yet, and what was not answered', async () => {
  const caseId = await judgedCase(world())
  const [made] = await ask('officer', caseId, discount(40_000))
  await take('officer', made, 'make', { madeHow: 'In person' })
  const [waiting] = await ask('officer', caseId, discount(10_000))
  const lawyers = { reason: 'A lawyer has written', lawyersLetter: true }
  await as('unit-manager')(`POST /api/cases/${caseId}/actions/legal-route`, lawyers)
  expect(await take('officer', waiting, 'make', { madeHow: 'In person' })).toBe('OFFERS_FROZEN')
  expect(await take('officer', made, 'accept')).toBe('OFFERS_FROZEN')
  expect((await as('officer')('POST /api/offers', { caseId, ...discount(1) })).body.rule).toBe('OFFERS_FROZEN')
})
