import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Case } from '#shared/entities/case.ts'
import type { NoticeRule } from '#shared/entities/notice.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule, Creation } from '#shared/rules/decision.ts'
import { type Addressee, noticeOf } from '#shared/rules/notices/notice.ts'
import type { Alarm, AlarmAddressee } from '#shared/values/clock.ts'
import { type CaseClock, type ClockAlarms, clockAlarms, isPausable, isRunning, newClock } from './caseClocks.ts'
import { siteCalendar } from './clockProfile.ts'

/** An alarm of a clock of a case; one of no percent tells the director of a major case. */
interface CaseAlarm extends Omit<Alarm, 'percent'> {
  readonly clock: CaseClock
  readonly percent: Alarm['percent'] | 0
}

/** The alarms of the running clocks that have not been given, by time; nothing sounds on a clock that is paused. */
function alarmsAhead({ clocks = [], status }: Partial<Case>, alarmsOf: ClockAlarms): CaseAlarm[] {
  const sounding = clocks.filter(
    (clock) => isRunning(clock) && !(status === 'awaiting-patient' && isPausable(clock.name)),
  )
  const all = sounding.flatMap((clock): CaseAlarm[] => {
    const telling = { percent: 0, at: clock.startedAt, addressees: ['level-2'] } as const
    const alarms = clock.alarmPercent === 100 ? [] : alarmsOf(clock)
    return [...(clock.name === 'director-told' ? [telling] : []), ...alarms]
      .filter(({ percent }) => percent > (clock.alarmPercent ?? -1))
      .map((alarm) => ({ ...alarm, clock }))
  })
  return all.sort((a, b) => a.at.localeCompare(b.at))
}

/** When the next alarm of a case is due; nothing while no clock runs. */
export const nextAlarmAt = (matter: Partial<Case>, alarmsOf: ClockAlarms): string | undefined =>
  alarmsAhead(matter, alarmsOf)[0]?.at

/** The alarms that are due by an instant, of each clock the highest one only: it says all that the missed ones would. */
export function alarmsDue(matter: Partial<Case>, alarmsOf: ClockAlarms, now: string): CaseAlarm[] {
  const due = alarmsAhead(matter, alarmsOf).filter(({ at }) => at <= now)
  return due.filter(({ clock }, index) => !due.slice(index + 1).some((later) => later.clock === clock))
}

/** The product gives the alarms of a case that are due, and notes on its clocks that they were given. */
export const alarm: ActionRule = {
  needs: { site: { one: 'sites', id: ({ siteId }) => siteId } },
  decide: ({ record, related, now }) => {
    const matter: Partial<Case> = record
    const [site] = related.site ?? []
    // Without its site nobody knows when it is due: that is told, and the alarm waits.
    if (!site) return refuse('NOT_FOUND')
    const calendar = siteCalendar(site)
    const alarms = calendar ? alarmsDue(matter, clockAlarms(calendar, matter.pauses), now) : []
    // Its calendar may have changed since: when it is due next is found again.
    if (alarms.length === 0) return { changes: { dueAt: null } }
    const clocks = matter.clocks?.map((clock) => {
      const given = alarms.find((each) => each.clock === clock)
      return given ? { ...clock, alarmPercent: given.percent } : clock
    })
    return { changes: { clocks }, creates: alarms.flatMap((each) => noticesOf(matter, each)) }
  },
}

/** The clock within which the director is told of a case that becomes a major one, and the notice that does it at once. */
export function majorAlarm(
  matter: Partial<Case>,
  site: RecordValues | undefined,
  now: string,
): { clock: CaseClock; creates: Creation[] } {
  const clock: CaseClock = { ...newClock('director-told', now, site), alarmPercent: 0 }
  return { clock, creates: noticesOf(matter, { clock, percent: 0, at: now, addressees: ['level-2'] }) }
}

function noticesOf(matter: Partial<Case>, { clock, percent, addressees }: CaseAlarm): Creation[] {
  const { id: aboutId = '', siteId, ownerId } = matter
  const unitManager: Addressee = { role: 'unit-manager' }
  const owner = ownerId === undefined ? unitManager : { userId: ownerId }
  if (clock.name === 'hand-over') return [handOverNotice(matter, clock, percent)]
  const byLevel: Record<AlarmAddressee, Addressee> = { owner, 'level-1': unitManager, 'level-2': { role: 'director' } }
  const rule = ruleOf(clock, percent)
  const urgency = clock.name === 'director-told' ? 'urgent' : 'normal'
  const parameters = percent === 0 ? undefined : { percent }
  const key = [clock.startedAt, String(percent)]
  // Whoever stands in for a case without an owner is told once.
  return [...new Set(addressees.map((level) => byLevel[level]))].map((to) =>
    noticeOf({ rule, to, aboutId, ...(siteId && { siteId }), urgency, ...(parameters && { parameters }), key }),
  )
}

/** The patient is there, and nobody is found but by the unit manager, at once. */
function handOverNotice({ id: aboutId = '', siteId }: Partial<Case>, clock: CaseClock, percent: CaseAlarm['percent']) {
  const to: Addressee = { role: 'unit-manager' }
  const about = { rule: ruleOf(clock, percent), to, aboutId, ...(siteId && { siteId }) }
  return noticeOf({ ...about, urgency: 'urgent', parameters: { percent }, key: [clock.startedAt, String(percent)] })
}

const ruleOf = ({ name }: CaseClock, percent: CaseAlarm['percent']): NoticeRule =>
  percent === 0 ? 'major-case' : percent === 100 ? `${name}-overdue` : `${name}-near`
