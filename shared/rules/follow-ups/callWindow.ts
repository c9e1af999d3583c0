import type { RecordValues } from '#shared/declaration/entity.ts'
import { figuresAt } from '#shared/rules/cases/clockProfile.ts'
import { firstCallDay } from './callDays.ts'
import { contactDay, dayAfter, dayAt } from './contactDays.ts'

/** From when until when a patient is to be called, and the morning on which the call is put on a list; UTC. */
export interface CallWindow {
  readonly dueFrom: string
  readonly callAt: string
  readonly dueTo: string
}

/**
 * The window of a call after something that happened at a site: from the contact hours of its first day to the end of those
 * of its last day, counted from the day of the event, and the usual day between them if the site works then.
 */
export function callWindow(site: RecordValues | undefined, startAt: string): CallWindow {
  const { followUpFirstDay, followUpDay, followUpLastDay } = figuresAt(site, startAt)
  const startedOn = dayAt(site, startAt)
  const first = dayAfter(startedOn, followUpFirstDay)
  const dueFrom = contactDay(site, first).fromAt
  const dueTo = contactDay(site, dayAfter(startedOn, Math.max(followUpFirstDay, followUpLastDay))).toAt
  const usual = dayAfter(startedOn, Math.max(followUpFirstDay, followUpDay))
  return { dueFrom, callAt: contactDay(site, firstCallDay(site, { dueFrom, dueTo }, usual)).fromAt, dueTo }
}

/** The day of a window that begins as the site's profile says on which the site usually calls. */
export function usualDayOf(site: RecordValues | undefined, dueFrom: string, now: string): string {
  const { followUpFirstDay, followUpDay } = figuresAt(site, now)
  return dayAfter(dayAt(site, dueFrom), Math.max(0, followUpDay - followUpFirstDay))
}
