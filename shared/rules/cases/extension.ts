import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Case } from '#shared/entities/case.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { dueAt } from '#shared/values/clock.ts'
import { type CaseClock, isRunning, lastClock } from './caseClocks.ts'
import { figuresAt, siteCalendar } from './clockProfile.ts'

/**
 * A written notice moves the day of the answer, if it was sent before the answer was due, and only to a later day. The
 * clock that ran ends as extended, and a new one runs from the notice. How far and how often is a figure of the site,
 * as it was when the first of these clocks began.
 */
export const extend: ActionRule = {
  needs: { site: { one: 'sites', id: ({ siteId }) => siteId } },
  decide: ({ record, body, related, now }) => {
    const matter: Partial<Case> = record
    const response = lastClock(matter, 'response')
    if (!response || !isRunning(response) || response.dueAt === undefined) return refuse('NO_LIMIT')
    const noticeAt = String(body.noticeAt ?? now)
    const untilAt = String(body.untilAt)
    if (isAfter(noticeAt, now) || isAfter(response.startedAt, noticeAt)) return refuse('NOTICE_TIME')
    if (isAfter(noticeAt, response.dueAt) || noticeAt === response.dueAt) return refuse('EXTENSION_LATE')
    if (isAfter(response.dueAt, untilAt) || untilAt === response.dueAt) return refuse('EXTENSION_SHORT')
    const [site] = related.site ?? []
    const tooMuch = site && beyondProfile(matter, untilAt, site)
    if (tooMuch) return tooMuch
    const letter = lastClock(matter, 'extension-notice')
    const clocks = matter.clocks?.map((clock): CaseClock => {
      if (clock === response) return { ...clock, endedAt: noticeAt, ending: 'extended' }
      return clock === letter && isRunning(clock) ? { ...clock, endedAt: noticeAt, ending: 'in-time' } : clock
    })
    return { changes: { clocks: [...(clocks ?? []), { name: 'response', startedAt: noticeAt, untilAt }] } }
  },
}

/** Why an extension goes beyond what the site's profile allows; undefined when it does not. */
function beyondProfile({ clocks = [] }: Partial<Case>, untilAt: string, site: RecordValues): Refusal | undefined {
  const answers = clocks.filter(({ name }) => name === 'response')
  const first = answers.findLastIndex(({ ending }, place) => place < answers.length - 1 && ending !== 'extended') + 1
  const { startedAt = '' } = answers[first] ?? {}
  const { extensionMostTimes: times, extensionMostDays: days } = figuresAt(site, startedAt)
  if (answers.length - 1 - first >= times) return refuse('EXTENSIONS_MANY', { limit: times })
  const [calendar, limit] = [siteCalendar(site), answers.at(-1)?.dueAt]
  const longest = calendar && limit && dueAt({ calendar, startAt: limit, duration: { calendarDays: days } })
  return longest && isAfter(untilAt, longest) ? refuse('EXTENSION_LONG', { limit: days }) : undefined
}

const isAfter = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other)
