import { describe, expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { followUpNow, loggedCall, patientAt, plannedAt, step } from './scene.ts'

const world = useTable()
const dueFrom = '2027-03-01T06:00:00.000Z'
const dueTo = '2027-03-31T17:00:00.000Z'
/** A Tuesday in contact hours of Riyadh, long after these tests. */
const visitAt = '2099-03-03T09:00:00.000Z'

async function visit() {
  const patientId = await patientAt(world().siteId)
  const id = await plannedAt(world().siteId, dueFrom, dueTo, { kind: 'home-visit', patientId })
  return { id, patientId, callId: await loggedCall(patientId) }
}
const consent = (id: string, interactionId: string, consentStatus = 'granted') =>
  step('officer', id, 'record-consent', { consentStatus, interactionId })

describe('a home visit', () => {
  test('waits for consent, is scheduled with it, and is completed only when its time has come', async () => {
    const { id, callId } = await visit()
    expect((await followUpNow(id)).status).toBe('consent-pending')
    expect((await step('officer', id, 'schedule', { visitAt })).body.rule).toBe('CONSENT_NEEDED')
    expect((await step('officer', id, 'complete', { outcome: 'satisfied' })).status).toBe(409)
    expect((await consent(id, callId)).body.consent).toMatchObject({ status: 'granted', byInteractionId: callId })
    expect((await step('officer', id, 'schedule', { visitAt: '2099-03-03T22:00:00.000Z' })).body.rule).toBe(
      'OUTSIDE_CONTACT_HOURS',
    )
    expect((await step('officer', id, 'schedule', { visitAt: '2020-03-03T09:00:00.000Z' })).body.rule).toBe(
      'CALL_TIME_PAST',
    )
    expect((await step('officer', id, 'schedule', { visitAt })).body).toMatchObject({
      status: 'scheduled',
      scheduledAt: visitAt,
      nextAt: '2099-03-03T06:00:00.000Z',
    })
    expect((await step('officer', id, 'complete', { outcome: 'satisfied' })).body.rule).toBe('VISIT_TO_COME')
  })

  test('is cancelled when the patient takes the consent back, and is over when the patient refuses', async () => {
    const scheduled = await visit()
    await consent(scheduled.id, scheduled.callId)
    await step('officer', scheduled.id, 'schedule', { visitAt })
    expect((await consent(scheduled.id, scheduled.callId, 'withdrawn')).body).toMatchObject({ status: 'cancelled' })
    expect((await step('officer', scheduled.id, 'schedule', { visitAt })).body.rule).toBe('STATE')
    const refused = await visit()
    expect((await consent(refused.id, refused.callId, 'refused')).body).toMatchObject({ status: 'refused' })
    expect((await followUpNow(refused.id)).nextAt).toBeUndefined()
  })

  test('needs a call with this patient that has taken place', async () => {
    const { id, patientId } = await visit()
    const { callId: foreign } = await visit()
    const meeting = await loggedCall(patientId, { kind: 'message' })
    expect((await consent(id, foreign)).body.rule).toBe('CONSENT_OF_OTHER')
    expect((await consent(id, meeting)).body.rule).toBe('CONSENT_CALL_NEEDED')
    expect((await consent(id, 'interaction_01ARZ3NDEKTSV4RRFFQ69G5FAV')).body.rule).toBe('CONSENT_CALL_NEEDED')
    expect((await followUpNow(id)).consent).toBeUndefined()
  })
})

describe('no way leads to a visit without consent:', () => {
  test('not a new record, a change or a row', async () => {
    const { id, patientId } = await visit()
    const body = { ...FollowUp.example, kind: 'home-visit', patientId }
    for (const facts of [{ status: 'scheduled' }, { scheduledAt: visitAt }, { consent: { status: 'granted' } }])
      expect((await as('officer')('POST /api/follow-ups', { ...body, ...facts })).status).toBe(422)
    const match = { headers: { 'If-Match': '"1"' } }
    expect((await as('officer')(`PATCH /api/follow-ups/${id}`, { status: 'scheduled' }, match)).status).toBe(422)
    const rows = await as('officer')('POST /api/follow-ups/rows', [{ id, version: 1, status: 'scheduled' }])
    expect(JSON.stringify(rows.body)).not.toContain('"status":"scheduled"')
    expect((await followUpNow(id)).status).toBe('consent-pending')
  })

  test('not a call that is made a visit once it has a time', async () => {
    const patientId = await patientAt(world().siteId)
    const id = await plannedAt(world().siteId, dueFrom, '2099-12-01T06:00:00.000Z', { patientId })
    const { version } = (await step('officer', id, 'schedule', { visitAt })).body
    const match = { headers: { 'If-Match': `"${version}"` } }
    const changed = await as('officer')(`PATCH /api/follow-ups/${id}`, { kind: 'home-visit' }, match)
    expect(changed.body.rule).toBe('VISIT_FIXED')
    expect((await followUpNow(id)).kind).toBe('routine-call')
  })

  test('not many at once', async () => {
    const { id } = await visit()
    const bulk = { action: 'schedule', body: { visitAt }, ids: [id], expectedCount: 1, dryRun: false }
    const { status, body } = await as('officer')('POST /api/follow-ups/bulk', bulk)
    expect(status).toBe(202)
    await runJob(body.job, Date.now() + 60_000)
    const { body: job } = await as('officer')(`GET /api/jobs/${body.job}`)
    expect(job).toMatchObject({ failed: 1, errors: [{ id, refusal: { rule: 'CONSENT_NEEDED' } }] })
    expect(await followUpNow(id)).toMatchObject({ status: 'consent-pending', version: 1 })
  })

  test('not a file that is imported', async () => {
    const patientId = await patientAt(world().siteId)
    const file = `patientId,kind,dueFrom,dueTo,status,scheduledAt\n${patientId},home-visit,${dueFrom},${dueTo},scheduled,${visitAt}\n`
    const { status, body } = await as('officer')('POST /api/follow-ups/import', { file, mode: 'insert' })
    expect([status, body.ignored]).toEqual([202, ['status', 'scheduledAt']])
    await runJob(body.job, Date.now() + 60_000)
    const found = await as('officer')('GET /api/follow-ups', undefined, { query: { filter: { patientId } } })
    expect(found.body.map((each: { status: string }) => each.status)).toEqual(['consent-pending'])
    expect((await followUpNow(found.body[0].id)).scheduledAt).toBeUndefined()
  })
})
