import { describe, expect, test } from 'vitest'
import { product } from '#functions/platform/http/context.ts'
import type { AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import { Letter } from '#shared/entities/letter.ts'
import { decide } from '#shared/rules/index.ts'
import { letterRules } from '#shared/rules/letters/letterRules.ts'

const now = '2026-03-02T07:00:00.000Z'
const letter = (values: Partial<Letter>): AnyRecord => ({
  ...{
    id: 'letter_1',
    version: 1,
    siteId: 'site_1',
    caseId: 'case_1',
    status: 'draft',
    language: 'en',
    body: 'Dear',
    ...values,
  },
})
const site = (hasStatutoryLetter: boolean) => ({
  ...{ id: 'site_1', profiles: [{ fromAt: '2026-01-01T00:00:00.000Z', hasStatutoryLetter }] },
})
const take = (record: AnyRecord, step: string, userId = 'officer', body: RecordValues = {}, isAsked = true) =>
  decide(letterRules, Letter, step, {
    ...{ record, body, now, related: { site: [site(isAsked)] }, actor: { ...product, userId } },
  })

describe('a letter', () => {
  test('that the profile asks for needs nobody’s leave', () => {
    const statutory = letter({ kind: 'statutory-response' })
    expect(take(statutory, 'submit')).toMatchObject({ changes: { status: 'approved', approvedAt: now } })
    expect(take(statutory, 'submit', 'officer', {}, false)).toMatchObject({ rule: 'NO_STATUTORY_LETTER' })
    const notice = letter({ kind: 'extension-notice' })
    expect(take(notice, 'submit', 'officer', {}, false)).toMatchObject({ changes: { status: 'approved' } })
  })

  test('that is an exception is decided by the director, and by another person than asked for it', () => {
    const asked = take(letter({ kind: 'written-statement' }), 'submit')
    expect(asked).toMatchObject({
      changes: { status: 'pending-approval', requestedBy: 'officer' },
      creates: [{ values: { rule: 'letter-submitted', toRole: 'director' } }],
    })
    const pending = letter({ kind: 'written-statement', status: 'pending-approval', requestedBy: 'officer' })
    expect(take(pending, 'approve')).toMatchObject({ rule: 'FOUR_EYES' })
    expect(take(pending, 'approve', 'director')).toMatchObject({
      changes: { status: 'approved', approvedBy: 'director' },
    })
    expect(take(pending, 'reject', 'director')).toMatchObject({
      creates: [{ values: { rule: 'letter-rejected', toUserId: 'officer' } }],
    })
  })

  test('keeps its text once it is submitted', () => {
    const check = letterRules.derivation?.check
    const refusalOf = (status: Letter['status'], changes: object) =>
      check?.({ ...letter({ status }), ...changes }, letter({ status }), product, {})?.rule
    for (const status of ['pending-approval', 'approved', 'sent'] as const) {
      expect(refusalOf(status, { body: 'Another' })).toBe('LETTER_FIXED')
      expect(refusalOf(status, { patientName: 'Another name' })).toBeUndefined()
      expect(refusalOf(status, { body: '(erased)', patientName: '(erased)' })).toBeUndefined()
    }
    for (const status of ['draft', 'rejected'] as const) expect(refusalOf(status, { body: 'Another' })).toBeUndefined()
  })

  test('is sent after it was approved, and not in the future', () => {
    const approved = letter({ kind: 'written-statement', status: 'approved', approvedAt: '2026-03-01T07:00:00.000Z' })
    const send = (at?: string) => take(approved, 'send', 'officer', { sentHow: 'post', ...(at && { at }) })
    expect(send()).toMatchObject({ changes: { status: 'sent', sentAt: now, sentHow: 'post', sentBy: 'officer' } })
    expect(send('2026-03-01T08:00:00.000Z')).toMatchObject({ changes: { sentAt: '2026-03-01T08:00:00.000Z' } })
    expect(send('2026-03-01T06:00:00.000Z')).toMatchObject({ rule: 'LETTER_TIME' })
    expect(send('2026-03-02T07:00:01.000Z')).toMatchObject({ rule: 'LETTER_TIME' })
  })
})
