import type { RecordValues } from '#shared/declaration/entity.ts'
import { contactDay, dayAfter, dayAt, workingDayFrom } from './contactDays.ts'

/** From when until when something is to be done, UTC. */
export interface DueWindow {
  readonly dueFrom: string
  readonly dueTo: string
}

/** Days within which a call that waits is put on a list again, even where the site does not work on any of them. */
const longestClosure = 60

/**
 * The day on which a call is first put on a list: the usual day or the next working day of its window, else the last one
 * before, else the first day of a window in which the site does not work.
 */
export function firstCallDay(site: RecordValues | undefined, window: DueWindow, usual?: string): string {
  const first = firstDay(site, window.dueFrom)
  const last = lastDay(site, window.dueTo, first)
  const within = workingDayFrom(site, usual !== undefined && usual > first ? usual : first, last)
  if (within !== undefined) return within
  let before: string | undefined
  for (let on = workingDayFrom(site, first, last); on !== undefined; on = workingDayFrom(site, dayAfter(on, 1), last))
    before = on
  return before ?? first
}

/** The first day from `earliest` on that a call can be put on a list: a working day, whether its window is over or not. */
export function callDayFrom(site: RecordValues | undefined, window: DueWindow, earliest: string): string {
  const first = firstDay(site, window.dueFrom)
  if (earliest <= first) return firstCallDay(site, window)
  return workingDayFrom(site, earliest, dayAfter(earliest, longestClosure)) ?? earliest
}

/** The last day of a window, and no day whose contact hours begin after it. */
function lastDay(site: RecordValues | undefined, dueTo: string, first: string): string {
  const on = dayAt(site, dueTo)
  const last = contactDay(site, on).fromAt < dueTo ? on : dayAfter(on, -1)
  return last < first ? first : last
}

function firstDay(site: RecordValues | undefined, dueFrom: string): string {
  const on = dayAt(site, dueFrom)
  return contactDay(site, on).toAt <= dueFrom ? dayAfter(on, 1) : on
}

/** When a call is put on the list of a day: as soon as the site calls, and not before its window begins. */
export function listedAt(site: RecordValues | undefined, { dueFrom }: Pick<DueWindow, 'dueFrom'>, on: string): string {
  const { fromAt } = contactDay(site, on)
  return fromAt > dueFrom ? fromAt : new Date(dueFrom).toISOString()
}

/** When a call is put on a list next, after an instant: on the following day that it can be made. */
export function nextMorning(site: RecordValues | undefined, window: DueWindow, now: string): string {
  return listedAt(site, window, callDayFrom(site, window, dayAfter(dayAt(site, now), 1)))
}
