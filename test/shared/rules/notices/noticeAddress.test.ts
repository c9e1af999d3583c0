import { expect, test } from 'vitest'
import { noticeAddress } from '#shared/rules/notices/noticeAddress.ts'

test('a notice leads to its record, and a digest to the cases that it counts', () => {
  const aboutId = 'case_01ARZ3NDEKTSV4RRFFQ69G5FAV'
  expect(noticeAddress({ rule: 'response-overdue', aboutId })).toBe(`/cases/${aboutId}/show`)
  const filterOf = (toUserId?: string) => {
    const digest = noticeAddress({ rule: 'overdue-digest', aboutId: 'site_1', ...(toUserId && { toUserId }) })
    return JSON.parse(new URLSearchParams(digest.split('?')[1]).get('filter') ?? '')
  }
  expect(filterOf('user_1')).toEqual({ siteId: 'site_1', isOverdueOnArrival: true, ownerId: 'user_1' })
  expect(filterOf()).toEqual({ siteId: 'site_1', isOverdueOnArrival: true, ownerId_empty: true })
})

test('what is told about the calls of a site leads to them, and its week to the summary', () => {
  const filterOf = (rule: 'calls-late' | 'calls-unassigned') =>
    JSON.parse(new URLSearchParams(noticeAddress({ rule, aboutId: 'site_1' }).split('?')[1]).get('filter') ?? '')
  expect(filterOf('calls-late')).toEqual({ siteId: 'site_1', endedAt_empty: true, isAlerted: true })
  expect(filterOf('calls-unassigned')).toEqual({ siteId: 'site_1', endedAt_empty: true, assigneeId_empty: true })
  const week = { rule: 'weekly-summary', aboutId: 'site_1', parameters: { week: '2026-W48' } } as const
  expect(noticeAddress(week)).toBe('/follow-ups/summary?siteId=site_1&week=2026-W48')
})
