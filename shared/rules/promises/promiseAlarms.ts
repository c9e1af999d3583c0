import type { CasePromise } from '#shared/entities/promise.ts'
import { refuse } from '#shared/refusals.ts'
import { siteCalendar } from '#shared/rules/cases/clockProfile.ts'
import type { ActionRule, Creation } from '#shared/rules/decision.ts'
import { type Addressee, noticeOf } from '#shared/rules/notices/notice.ts'
import { type Calendar, type Span, workingSpans } from '#shared/values/calendar.ts'
import { dueAt as clockDueAt } from '#shared/values/clock.ts'

/** The alarms of a promise in their order. */
const rules = ['promise-near', 'promise-due', 'promise-overdue'] as const

/** Most days of which the working time is counted; of a longer time it makes no difference, and takes long to count. */
const countedDays = 92

/** The part of its time after which the owner is told that a promise is near its end. */
const nearShare = 0.8

/**
 * When the three alarms of a promise are due: after four fifths of the working time that it has, or of its whole time
 * where none of that is working time or where it is long; when it is due; and at the end of the working day after.
 */
export function alarmTimes(
  { createdAt, dueAt }: { readonly createdAt: string; readonly dueAt: string },
  calendar: Calendar,
): readonly string[] {
  const [from, to] = [Date.parse(createdAt), Date.parse(dueAt)]
  const late = clockDueAt({ calendar, startAt: dueAt, duration: { workingDays: 1 } })
  return [nearAt(from, to, calendar), dueAt, late ?? dueAt]
}

function nearAt(from: number, to: number, calendar: Calendar): string {
  const spans: Span[] = []
  const counted = to - from > countedDays * 86_400_000 ? [] : workingSpans(calendar, from)
  for (const span of counted) {
    if (span.from >= to) break
    spans.push({ from: span.from, to: Math.min(span.to, to) })
  }
  const whole = spans.length > 0 ? spans : [{ from, to }]
  let left = nearShare * whole.reduce((sum, span) => sum + span.to - span.from, 0)
  for (const span of whole) {
    if (span.to - span.from >= left) return new Date(Math.floor(span.from + left)).toISOString()
    left -= span.to - span.from
  }
  return new Date(to).toISOString()
}

/** When the next alarm of a promise is due; nothing once it ended, or when each was given. */
export function nextAlarmAt(promise: Partial<CasePromise>, calendar: Calendar | undefined): string | undefined {
  const { status, createdAt, dueAt, alarmsGiven = 0 } = promise
  if (status !== 'open' || !calendar || createdAt === undefined || dueAt === undefined) return undefined
  return alarmsGiven < rules.length ? alarmTimes({ createdAt, dueAt }, calendar)[alarmsGiven] : undefined
}

/** The product gives the alarms of a promise that are due; of those that were missed each person hears the last one. */
export const alarm: ActionRule = {
  needs: {
    site: { one: 'sites', id: ({ siteId }) => siteId },
    matter: { one: 'cases', id: ({ caseId }) => caseId },
  },
  decide: ({ record, related, now }) => {
    const promise: Partial<CasePromise> = record
    const [site] = related.site ?? []
    const calendar = siteCalendar(site)
    if (!calendar) return refuse('NOT_FOUND')
    const { createdAt, dueAt, alarmsGiven = 0 } = promise
    if (promise.status !== 'open' || createdAt === undefined || dueAt === undefined) return { changes: {} }
    const given = alarmTimes({ createdAt, dueAt }, calendar).filter((at) => at <= now).length
    // Its calendar may have changed since: when it is due next is found again.
    if (given <= alarmsGiven) return { changes: { alarmAt: null } }
    const number = related.matter?.[0]?.number
    return { changes: { alarmsGiven: given }, creates: noticesOf(promise, alarmsGiven, given, number) }
  },
}

function noticesOf(
  { id: aboutId = '', siteId, ownerId, dueAt = '' }: Partial<CasePromise>,
  before: number,
  given: number,
  number: unknown,
): Creation[] {
  const manager: Addressee = { role: 'unit-manager' }
  const owner: Addressee = ownerId === undefined ? manager : { userId: ownerId }
  const last = new Map<Addressee, (typeof rules)[number]>()
  for (const rule of rules.slice(before, given)) last.set(rule === 'promise-overdue' ? manager : owner, rule)
  const parameters = { dueAt, ...(typeof number === 'string' && { number }) }
  return [...last].map(([to, rule]) =>
    noticeOf({ rule, to, aboutId, ...(siteId && { siteId }), parameters, key: [dueAt, rule] }),
  )
}
