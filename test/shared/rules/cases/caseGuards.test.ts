import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { Role } from '#shared/declaration/roles.ts'
import { Case } from '#shared/entities/case.ts'
import { caseRules } from '#shared/rules/cases/caseRules.ts'
import type { Decision, RelatedRecords } from '#shared/rules/decision.ts'
import { actionStates, decide } from '#shared/rules/index.ts'

const now = '2026-11-10T09:00:00.000Z'
const person = (userId: string, ...roles: Role[]): Actor => ({ userId, name: userId, roles, siteIds: [] })
const officer = person('user_1', 'officer')
const lead = person('user_2', 'unit-manager')

const caseWith = (values: Partial<Case>): AnyRecord => ({
  id: 'case_1',
  version: 1,
  status: 'received',
  receivedAt: '2026-11-09T08:00:00.000Z',
  patientName: 'Mariam Saleh',
  ...values,
})
const call = { id: 'follow_1', kind: 'satisfaction-call', status: 'done', createdAt: now }
const reported = { id: 'report_1', status: 'accepted' }
const take = (
  record: AnyRecord,
  step: string,
  actor: Actor,
  body: Record<string, unknown> = {},
  related: RelatedRecords = { followUps: [call], reports: [reported] },
) => decide(caseRules, Case, step, { record, body, actor, now, related })

test('a case is acknowledged now and to who complained, unless the form says otherwise', () => {
  const relative = { name: 'Ruth Carter', relation: 'relative' as const }
  const body = { how: 'phone', contactPerson: 'Huda Nasser' }
  const usual = { acknowledgedAt: now, acknowledgedHow: 'phone', acknowledgedBy: 'user_1' }
  expect(take(caseWith({}), 'acknowledge', officer, body)).toMatchObject({
    changes: { ...usual, acknowledgedTo: 'Mariam Saleh', status: 'acknowledged' },
  })
  expect(take(caseWith({ complainant: relative }), 'acknowledge', officer, body)).toMatchObject({
    changes: { acknowledgedTo: 'Ruth Carter' },
  })
  const said = { ...body, at: '2026-11-09T08:30:00.000Z', to: 'Her husband' }
  expect(take(caseWith({}), 'acknowledge', officer, said)).toMatchObject({
    changes: { acknowledgedAt: said.at, acknowledgedTo: 'Her husband' },
  })
})

test('no case is acknowledged before it came in, nor later than now', () => {
  const instant = fc.date({ min: new Date('2026-11-01'), max: new Date('2026-11-20'), noInvalidDate: true })
  fc.assert(
    fc.property(instant, (date) => {
      const at = date.toISOString()
      const decision = take(caseWith({}), 'acknowledge', officer, { how: 'phone', contactPerson: 'Huda', at })
      const rule =
        at > now ? 'ACKNOWLEDGED_LATER' : at < '2026-11-09T08:00:00.000Z' ? 'ACKNOWLEDGED_EARLIER' : undefined
      expect('rule' in decision ? decision.rule : undefined).toBe(rule)
    }),
  )
  expect(actionStates(caseRules, Case, caseWith({}), officer, {}, now).acknowledge).toEqual({ isAllowed: true })
})

test('a major case is closed by a lead', () => {
  const record = caseWith({ status: 'resolved', severity: 'major', resolvedBy: 'user_3' })
  expect(take(record, 'close', officer)).toMatchObject({ rule: 'LEAD_CLOSES', status: 403 })
  expect(take(record, 'close', lead)).toMatchObject({ changes: { status: 'closed' } })
})

test('where money was conceded, whoever took every step does not close the case as well', () => {
  const alone = { acknowledgedBy: 'user_1', investigatedBy: 'user_1', assessedBy: 'user_1', resolvedBy: 'user_1' }
  const conceded = { ...alone, status: 'resolved', disputedMinor: 145_000, patientDecision: 'partly' } as const
  expect(take(caseWith(conceded), 'close', officer)).toMatchObject({ rule: 'SECOND_PERSON_CLOSES', status: 403 })
  expect(take(caseWith(conceded), 'close', lead)).toMatchObject({ changes: { status: 'closed' } })
  expect(take(caseWith({ ...conceded, assessedBy: 'user_2' }), 'close', officer)).toMatchObject({ changes: {} })
  expect(take(caseWith({ ...conceded, patientDecision: 'rejected' }), 'close', officer)).toMatchObject({ changes: {} })
  expect(take(caseWith({ ...conceded, disputedMinor: 0 }), 'close', officer)).toMatchObject({ changes: {} })
})

test('the steps of a case name who took them', () => {
  const investigated = take(
    caseWith({ status: 'acknowledged', severity: 'routine', demands: ['refund'] }),
    'investigate',
    officer,
  )
  expect(investigated).toMatchObject({ changes: { investigatedBy: 'user_1' } })
  const resolved = take(caseWith({ status: 'responding' }), 'resolve', lead, { patientDecision: 'accepted' })
  expect(resolved).toMatchObject({ changes: { resolvedBy: 'user_2', resolvedAt: now } })
})

test('the legal route needs a lawyer’s letter, or compensation demanded without our fault', () => {
  const body = { reason: 'They ask for a court.' }
  const demanded: Partial<Case> = { status: 'assessed', demands: ['compensation'] }
  const go = (values: Partial<Case>, said = {}) => take(caseWith(values), 'legal-route', lead, { ...body, ...said })
  expect(go(demanded)).toMatchObject({ rule: 'NO_LEGAL_GROUND', status: 409 })
  expect(go({ ...demanded, faultClass: 'own-fault' })).toMatchObject({ rule: 'NO_LEGAL_GROUND' })
  expect(go({ ...demanded, faultClass: 'communication' })).toMatchObject({ changes: { status: 'legal-route' } })
  expect(go({ status: 'assessed', demands: ['refund'], faultClass: 'communication' })).toMatchObject({
    rule: 'NO_LEGAL_GROUND',
  })
  expect(go({ status: 'received' }, { lawyersLetter: true })).toMatchObject({ changes: { lawyersLetter: true } })
})

describe('a case is closed when', () => {
  const resolved = (values: Partial<Case> = {}) => caseWith({ status: 'resolved', resolvedAt: now, ...values })
  const close = (values: Partial<Case>, related: RelatedRecords) =>
    take(resolved(values), 'close', lead, {}, { reports: [], ...related })

  test('the patient was called since it was resolved, was tried three times or wanted no call', () => {
    expect(close({}, { followUps: [] })).toMatchObject({ rule: 'CALL_NEEDED', status: 409 })
    expect(close({}, { followUps: [{ ...call, status: 'planned' }] })).toMatchObject({ rule: 'CALL_NEEDED' })
    expect(close({}, { followUps: [{ ...call, createdAt: '2026-11-01T09:00:00.000Z' }] })).toMatchObject({
      rule: 'CALL_NEEDED',
    })
    for (const status of ['done', 'no-answer', 'refused'])
      expect(close({}, { followUps: [{ ...call, status }] })).toMatchObject({ changes: { status: 'closed' } })
  })

  test('nothing promised is open and no offer waits', () => {
    const related = { followUps: [call] }
    expect(close({ openPromises: 2 }, related)).toMatchObject({ rule: 'PROMISES_OPEN', parameters: { count: 2 } })
    expect(close({ pendingOffers: 1 }, related)).toMatchObject({ rule: 'OFFER_WAITING' })
    expect(close({ openPromises: 0, pendingOffers: 0 }, related)).toMatchObject({ changes: { status: 'closed' } })
  })

  test('the director has accepted the report of a major one', () => {
    const major: Partial<Case> = { severity: 'major' }
    for (const status of ['draft', 'submitted', 'returned'])
      expect(close(major, { followUps: [call], reports: [{ ...reported, status }] })).toMatchObject({
        rule: 'REPORT_NEEDED',
      })
    expect(close(major, { followUps: [call], reports: [reported] })).toMatchObject({ changes: { status: 'closed' } })
  })

  test('somebody else closes it where an offer cost money', () => {
    const alone = { acknowledgedBy: 'user_2', resolvedBy: 'user_2', concededMinor: 100 }
    expect(close(alone, { followUps: [call] })).toMatchObject({ rule: 'SECOND_PERSON_CLOSES' })
    expect(close({ ...alone, resolvedBy: 'user_1' }, { followUps: [call] })).toMatchObject({ changes: {} })
  })
})

test('a case is answered with an offer that stands, or with why there is none', () => {
  const answer = (values: Partial<Case>, body = {}) =>
    take(caseWith({ status: 'assessed', ...values }), 'respond', officer, body)
  expect(answer({})).toMatchObject({ rule: 'REMEDY_NEEDED' })
  expect(answer({ standingOffers: 0 })).toMatchObject({ rule: 'REMEDY_NEEDED' })
  expect(answer({ standingOffers: 1 })).toMatchObject({ changes: { status: 'responding' } })
  expect(answer({}, { noRemedyReason: 'An apology was enough.' })).toMatchObject({ changes: { status: 'responding' } })
})

test('a case is not resolved while an offer waits, and its resolving plans a call of the patient', () => {
  const body = { patientDecision: 'accepted' }
  const resolve = (values: Partial<Case>) =>
    take(caseWith({ status: 'responding', ...values }), 'resolve', officer, body)
  expect(resolve({ pendingOffers: 1 })).toMatchObject({ rule: 'OFFER_WAITING', parameters: { count: 1 } })
  const { creates = [] } = resolve({ patientId: 'patient_1' }) as Decision
  expect(creates).toMatchObject([{ resource: 'follow-ups', values: { kind: 'satisfaction-call', caseId: 'case_1' } }])
  const { dueFrom = '', dueTo = '' } = { ...creates[0]?.values } as Record<string, string>
  expect(now < dueFrom && dueFrom < dueTo).toBe(true)
})

test('a case that is reopened cancels its other calls, whichever way it is reopened', () => {
  const calls = [
    { id: 'follow_1', status: 'scheduled' },
    { id: 'follow_2', status: 'planned' },
    { id: 'follow_3', status: 'done' },
  ]
  const again = (step: string, body: Record<string, unknown>) => {
    const record = caseWith({ status: 'closed', reopenedCount: 1 })
    const situation = { record, body, actor: officer, now, related: { followUps: calls }, isConsequence: true } as const
    return decide(caseRules, Case, step, situation) as Decision
  }
  const byHand = again('reopen', { reason: 'New facts' })
  expect(byHand.changes).toMatchObject({ status: 'investigating', reopenedCount: 2, closedAt: null })
  expect(byHand.updates).toMatchObject([
    { id: 'follow_1', step: 'cancel', body: { reason: 'New facts' } },
    { id: 'follow_2', step: 'cancel' },
  ])
  const byCall = again('reopen-after-call', { reason: 'Unsatisfied', followUpId: 'follow_1' })
  expect(byCall.updates?.map(({ id }) => id)).toEqual(['follow_2'])
  expect(byCall.changes).toEqual(byHand.changes)
})

test('a closed case that goes on is taken from an owner who left', () => {
  const owner = { id: 'user_9', isActive: true }
  const again = (status: 'closed' | 'resolved', owners: readonly object[]) =>
    take(
      caseWith({ status, ownerId: 'user_9' }),
      'reopen',
      officer,
      { reason: 'New facts' },
      { owner: owners as AnyRecord[] },
    )
  expect(again('closed', [owner])).not.toMatchObject({ changes: { ownerId: null } })
  expect(again('closed', [{ ...owner, isActive: false }])).toMatchObject({ changes: { ownerId: null } })
  expect(again('closed', [{ ...owner, awayFrom: '2026-11-01' }])).toMatchObject({ changes: { ownerId: null } })
  expect(again('resolved', [{ ...owner, awayFrom: '2026-11-01' }])).not.toMatchObject({ changes: { ownerId: null } })
})
