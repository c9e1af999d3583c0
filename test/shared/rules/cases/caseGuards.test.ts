import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { Role } from '#shared/declaration/roles.ts'
import { Case } from '#shared/entities/case.ts'
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
const take = (record: AnyRecord, step: string, actor: Actor, body: Record<string, unknown> = {}) =>
  decide(Case, step, { record, body, actor, now, related: {} })

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
  expect(actionStates(Case, caseWith({}), officer, {}, now).acknowledge).toEqual({ isAllowed: true })
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
