import { expect, test } from 'vitest'
import { limitTone, toneOf } from '#admin/entity/tone.ts'
import { Case } from '#shared/entities/case.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'

const now = Date.parse('2026-11-20T08:00:00.000Z')

test('a state has the tone that its entity declares', () => {
  expect(toneOf(Case, 'status', { status: 'acknowledged' })).toBe('plain')
  expect(toneOf(SettlementFile, 'stage', { stage: 'acknowledged' })).toBe('done')
  expect(toneOf(Case, 'severity', { severity: 'major' })).toBe('past')
})

test('a limit is near for a day and then past, and a record that is over has none', () => {
  expect(limitTone('2026-11-22T08:00:00.000Z', false, now)).toBe('plain')
  expect(limitTone('2026-11-20T18:00:00.000Z', false, now)).toBe('near')
  expect(limitTone('2026-11-19T08:00:00.000Z', false, now)).toBe('past')
  const responseDueAt = '2020-01-01T00:00:00.000Z'
  expect(toneOf(Case, 'responseDueAt', { status: 'received', responseDueAt })).toBe('past')
  expect(toneOf(Case, 'responseDueAt', { status: 'resolved', responseDueAt })).toBe('plain')
})
