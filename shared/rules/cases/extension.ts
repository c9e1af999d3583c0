import type { Case } from '#shared/entities/case.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { type CaseClock, isRunning, lastClock } from './caseClocks.ts'

/**
 * A written notice moves the day of the answer, if it was sent before the answer was due, and only to a later day. The
 * clock that ran ends as extended, and a new one runs from the notice.
 */
export const extend: ActionRule = {
  decide: ({ record, body, now }) => {
    const matter: Partial<Case> = record
    const response = lastClock(matter, 'response')
    if (!response || !isRunning(response) || response.dueAt === undefined) return refuse('NO_LIMIT')
    const noticeAt = String(body.noticeAt ?? now)
    const untilAt = String(body.untilAt)
    if (isAfter(noticeAt, now) || isAfter(response.startedAt, noticeAt)) return refuse('NOTICE_TIME')
    if (isAfter(noticeAt, response.dueAt) || noticeAt === response.dueAt) return refuse('EXTENSION_LATE')
    if (isAfter(response.dueAt, untilAt) || untilAt === response.dueAt) return refuse('EXTENSION_SHORT')
    const letter = lastClock(matter, 'extension-notice')
    const clocks = matter.clocks?.map((clock): CaseClock => {
      if (clock === response) return { ...clock, endedAt: noticeAt, ending: 'extended' }
      return clock === letter && isRunning(clock) ? { ...clock, endedAt: noticeAt, ending: 'in-time' } : clock
    })
    return { changes: { clocks: [...(clocks ?? []), { name: 'response', startedAt: noticeAt, untilAt }] } }
  },
}

const isAfter = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other)
