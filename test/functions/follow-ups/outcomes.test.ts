import { describe, expect, test } from 'vitest'
import { product } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { Case } from '#shared/entities/case.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { Notice } from '#shared/entities/notice.ts'
import { useTable } from '#test/support/table.ts'
import { followUpNow, patientAt, plannedAt, resolvedCase, step } from './scene.ts'

const world = useTable()
const from = new Date(Date.now() - 86_400_000).toISOString()
const to = new Date(Date.now() + 3 * 86_400_000).toISOString()

async function call(values: Record<string, unknown> = {}, patient: Record<string, unknown> = {}) {
  const { siteId } = world()
  const patientId = await patientAt(siteId, patient)
  const caseId = await resolvedCase(siteId, patientId)
  const id = await plannedAt(siteId, from, to, { patientId, caseId, kind: 'satisfaction-call', ...values })
  return { id, patientId, caseId }
}
const caseNow = async (id: string) => (await getRecord(Case, id, { consistent: true }))?.record
const casesOf = async (patientId: string) =>
  (
    await getRecords(
      Case,
      await askIds(Case, { conditions: [conditionOf(Case, 'patientId', patientId)] }, { actor: product }),
    )
  ).map(({ record }) => record)

describe('an attempt', () => {
  test('that nobody answers is made again, and the third is the last', async () => {
    const { id } = await call()
    for (const result of ['no-answer', 'busy'])
      expect((await step('officer', id, 'attempt', { result })).body.status).toBe('planned')
    const { nextAt = '', dueTo } = await followUpNow(id)
    expect(nextAt > new Date().toISOString()).toBe(true)
    expect(dueTo).toBe(to)
    expect((await step('officer', id, 'attempt', { result: 'wrong-number' })).body).toMatchObject({
      status: 'no-answer',
      attemptCount: 3,
      isInWindow: true,
      endedBy: world().userIds.officer,
    })
    expect((await followUpNow(id)).nextAt).toBeUndefined()
    expect((await step('officer', id, 'attempt', { result: 'reached' })).body.rule).toBe('STATE')
  })

  test('of a patient who wants to be called later counts as an answer, and one who wants no call ends it', async () => {
    const { id } = await call()
    for (let times = 0; times < 3; times++)
      expect((await step('officer', id, 'attempt', { result: 'call-later' })).body.status).toBe('planned')
    const againAt = '2099-03-03T09:00:00.000Z'
    const later = await step('officer', id, 'attempt', { result: 'call-later', againAt })
    expect(later.body).toMatchObject({ againAt, nextAt: '2099-03-03T06:00:00.000Z' })
    const past = await step('officer', id, 'attempt', { result: 'call-later', againAt: from })
    expect(past.body.rule).toBe('CALL_TIME_PAST')
    expect((await step('officer', id, 'attempt', { result: 'refused' })).body.status).toBe('refused')
  })
})

describe('a patient who was reached', () => {
  test('and is satisfied ends the call in its window', async () => {
    const { id, caseId } = await call()
    expect((await step('officer', id, 'complete', { outcome: 'satisfied' })).body).toMatchObject({
      status: 'done',
      isInWindow: true,
    })
    expect((await caseNow(caseId))?.status).toBe('resolved')
  })

  test('and is not satisfied opens the case again in the same step', async () => {
    const { id, caseId } = await call()
    const { status } = await step('officer', id, 'complete', { outcome: 'unsatisfied', concerns: 'Nobody called back' })
    expect(status).toBe(200)
    expect(await caseNow(caseId)).toMatchObject({ status: 'investigating', reopenedCount: 1 })
    expect(await followUpNow(id)).toMatchObject({ status: 'done', hasConcerns: true })
  })

  test('and complains anew opens a case that names the first', async () => {
    const { id, patientId, caseId } = await call()
    expect((await step('officer', id, 'complete', { outcome: 'complaint-raised' })).body.rule).toBe('CONCERNS_NEEDED')
    await step('officer', id, 'complete', { outcome: 'complaint-raised', concerns: 'The wound hurts' })
    const opened = (await casesOf(patientId)).find(({ id: other }) => other !== caseId)
    expect(opened).toMatchObject({ originId: caseId, channel: 'follow-up', summary: 'The wound hurts', isOpen: true })
  })

  test('and tells of a clinical concern has the unit manager told at once', async () => {
    const { id } = await call()
    await step('officer', id, 'complete', { outcome: 'clinical-concern', concerns: 'Fever since Monday' })
    const ids = await askIds(Notice, { conditions: [conditionOf(Notice, 'aboutId', id)] }, { actor: product })
    const [notice] = (await getRecords(Notice, ids)).map(({ record }) => record)
    expect(notice).toMatchObject({ rule: 'clinical-concern', urgency: 'urgent', toRole: 'unit-manager' })
    expect(JSON.stringify(notice)).not.toContain('Fever')
  })

  test('has an outcome that fits what the call was for', async () => {
    const { id } = await call()
    expect((await step('officer', id, 'complete', { outcome: 'request-handled' })).body.rule).toBe('OUTCOME_OTHER_KIND')
    const wish = await call({ kind: 'vip-request' })
    expect((await step('officer', wish.id, 'complete', { outcome: 'satisfied' })).status).toBe(409)
    expect((await step('officer', wish.id, 'complete', { outcome: 'request-declined' })).status).toBe(200)
  })
})

describe('interest in further services', () => {
  const interest = { outcome: 'satisfied', interest: 'Dental cleaning' }
  const agreed = { contactConsent: { marketing: { status: 'granted' } } }

  test('is noted with consent to hear of them', async () => {
    const routine = async (patient = {}) => {
      const patientId = await patientAt(world().siteId, patient)
      return plannedAt(world().siteId, from, to, { patientId })
    }
    expect((await step('officer', await routine(), 'complete', interest)).body.rule).toBe('NO_MARKETING_CONSENT')
    const done = await step('officer', await routine(agreed), 'complete', interest)
    expect(done.body.interest).toBe('Dental cleaning')
  })

  test('is never noted while a case of the patient is open', async () => {
    // A case that is resolved is open until it is closed.
    const { id } = await call({}, agreed)
    expect((await step('officer', id, 'complete', interest)).body.rule).toBe('INTEREST_IN_OPEN_CASE')
    expect((await followUpNow(id)).status).toBe('planned')
  })

  test('is not noted with the words of a new complaint', async () => {
    const { id } = await call({}, agreed)
    const body = { outcome: 'complaint-raised', concerns: 'Too long', interest: 'Dental cleaning' }
    expect((await step('officer', id, 'complete', body)).body.rule).toBe('INTEREST_IN_OPEN_CASE')
  })
})

test('a follow-up keeps its patient, its order of days and what it was once it is over', async () => {
  const { as } = await import('#test/support/call.ts')
  const { id, patientId } = await call()
  const other = await patientAt(world().siteId)
  const change = async (body: object) => {
    const { version } = await followUpNow(id)
    return as('officer')(`PATCH /api/follow-ups/${id}`, body, { headers: { 'If-Match': `"${version}"` } })
  }
  expect((await change({ patientId: other })).body.rule).toBe('FOLLOW_UP_PATIENT_FIXED')
  expect((await change({ dueTo: from })).body.rule).toBe('WINDOW_ORDER')
  const foreign = { ...FollowUp.example, patientId: other, caseId: await resolvedCase(world().siteId, patientId) }
  expect((await as('officer')('POST /api/follow-ups', foreign)).body.rule).toBe('CASE_OF_OTHER')
  await step('officer', id, 'cancel', { reason: 'Called by mistake' })
  expect((await change({ dueTo: '2099-01-01T00:00:00.000Z' })).body.rule).toBe('FOLLOW_UP_OVER')
})
