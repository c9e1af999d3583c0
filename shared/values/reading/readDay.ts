import { fold } from '../fold.ts'
import { wallAt } from '../zonedTime.ts'
import { dayFrom, readIsoDay } from './isoTime.ts'
import { monthOf } from './monthOf.ts'
import { plainText } from './plainText.ts'
import { splitTime } from './splitTime.ts'

const yearFirst = /^(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})\.?$/
const dayFirst = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})\.?$/
const chinese = /^(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号](.*)$/

/** Years of the days that people mean: outside them a year is of another calendar, such as 1447 of the Hijri one. */
const years = { first: 1800, last: 2199 }

/** Where and when a text is read: a time without its zone is of this zone, a day without its year of this year there. */
export interface TimePlace {
  readonly zone: string
  readonly now: string
}

/**
 * A day as `YYYY-MM-DD`, from what people and spreadsheets of our languages write: numbers with the year or the day first,
 * months by name, a midnight behind it. Undefined where there is no such day, where the year has two digits, and for
 * anything that may mean another day.
 */
export function readDay(text: string, place: TimePlace): string | undefined {
  const { day, time, offset } = splitTime(plainText(text)) ?? {}
  return day === undefined || time || offset !== undefined ? undefined : dayIn(day, place)
}

/** The day of a plain text that says no time. */
export function dayIn(text: string, place: TimePlace): string | undefined {
  const iso = /^\d{4}-\d\d-\d\d$/.test(text) && readIsoDay(text)
  if (iso) return iso
  const [, year, , month, day] = yearFirst.exec(text) ?? []
  if (year) return within(year, month, day)
  const [, first, , second, last] = dayFirst.exec(text) ?? []
  if (last) return within(last, second, first)
  const [, hanYear = thisYear(place), hanMonth, hanDay, rest = ''] = chinese.exec(text) ?? []
  if (hanDay) return ofWeekdays(within(hanYear, hanMonth, hanDay), words(rest))
  return namedDay(text, place)
}

/** A day whose month has a name: beside it stand the day, mostly a year of four digits, and at most the weekday. */
function namedDay(text: string, place: TimePlace): string | undefined {
  const parts = words(text.replace(/(\d{1,2})(?:st|nd|rd|th|°|º)(?![a-z])/i, '$1'))
  const isMonth = (part: string) => monthOf(part) !== undefined
  const isDay = (part: string) => /^\d{1,2}$/.test(part)
  const isYear = (part: string) => /^\d{4}$/.test(part)
  const [month, day, year] = [parts.findIndex(isMonth), parts.findIndex(isDay), parts.findIndex(isYear)]
  // "Nov 25" may be a month of a year: without the year the day stands first.
  if (month < 0 || day < 0 || (year < 0 && day > month)) return undefined
  const others = parts.filter((_, index) => ![month, day, year].includes(index))
  const number = monthOf(parts[month] ?? '')
  return ofWeekdays(within(parts[year] ?? thisYear(place), String(number), parts[day]), others)
}

const thisYear = ({ zone, now }: TimePlace): string => new Date(wallAt(zone, Date.parse(now))).toISOString().slice(0, 4)

const within = (year: string, month?: string, day?: string): string | undefined =>
  Number(year) >= years.first && Number(year) <= years.last ? dayFrom(year, month, day) : undefined

// Two words are one month in the Levant; Latvian says "year" behind it.
const words = (text: string): string[] =>
  text
    .split(/[\s,،./-]+/)
    .map(fold)
    .join(' ')
    .replace(/(كانون|تشرين) (?=ال)/g, '$1_')
    .split(' ')
    .map((word) => word.replace('_', ' '))
    .filter((word) => !['', 'g', 'gada'].includes(word))

let weekdayFormats: readonly Intl.DateTimeFormat[] | undefined

// Made when the first weekday is met: a format costs a hundred times what it takes to use it.
const makeFormats = () =>
  ['en', 'ar', 'zh', 'it', 'lv'].flatMap((language) =>
    (['long', 'short'] as const).map((weekday) => new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' })),
  )

/** The day, where everything else that is written is its own weekday; a wrong weekday means that one of both is wrong. */
function ofWeekdays(day: string | undefined, others: readonly string[]): string | undefined {
  if (day === undefined || others.length === 0) return day
  weekdayFormats ??= makeFormats()
  const at = new Date(`${day}T00:00:00Z`)
  const isNamed = weekdayFormats.some((format) => fold(format.format(at)).replace(/\.$/, '') === others[0])
  return others.length === 1 && isNamed ? day : undefined
}
