import { civilDay, dayOf } from '#shared/values/zonedTime.ts'
import { dayAfter } from './contactDays.ts'

const thursday = 4

/** The first day of the week of a day, a Monday. */
export function mondayOf(on: string): string {
  const weekday = new Date(on).getUTCDay() || 7
  return dayAfter(on, 1 - weekday)
}

/** The week of a day by ISO 8601, such as 2026-W48; the first week of a year is the one with its first Thursday. */
export function weekOf(on: string): string {
  const inYear = dayAfter(mondayOf(on), thursday - 1)
  const year = inYear.slice(0, 4)
  const number = Math.floor((Date.parse(inYear) - Date.parse(`${year}-01-01`)) / civilDay / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** The first day of a week such as 2026-W48; undefined where there is no such week. */
export function firstDayOf(week: string): string | undefined {
  const [, year = '', number = ''] = /^([12]\d{3})-W(\d\d)$/.exec(week) ?? []
  if (year === '') return undefined
  // The fourth of January always lies in the first week.
  const monday = dayOf(Date.parse(mondayOf(`${year}-01-04`)) + (Number(number) - 1) * 7 * civilDay)
  return weekOf(monday) === week ? monday : undefined
}
