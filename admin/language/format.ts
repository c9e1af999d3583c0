import { minorDigits } from '#shared/values/money.ts'
import type { DecimalMark } from '#shared/values/reading/plainDecimal.ts'
import { wallAt } from '#shared/values/zonedTime.ts'

const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

// A format costs a hundred times what it takes to use it.
function cached<F extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, create: () => F): F {
  const format = formats.get(key) ?? create()
  formats.set(key, format)
  return format as F
}

// Figures stay Latin in every language: they line up, and they are what people type and paste.
const tag = (locale: string): string => `${locale === 'en' ? 'en-GB' : locale}-u-ca-gregory-nu-latn`

const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  cached(`${locale}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(tag(locale), options))

/** What parts the decimals of a number in a language. */
export const decimalMarkOf = (locale: string): DecimalMark =>
  cached(`${locale}mark`, () => new Intl.NumberFormat(tag(locale)))
    .format(1.5)
    .includes(',')
    ? ','
    : '.'

const yearIn = (zone: string, at: Date): number => new Date(wallAt(zone, at.getTime())).getUTCFullYear()

/** A short day such as "3 Nov", with the year when it is not this one in the zone. */
export function formatDay(day: string, locale: string, today = new Date(), zone = 'UTC'): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  const year = date.getUTCFullYear() === yearIn(zone, today) ? undefined : ('numeric' as const)
  return dateFormat(locale, { day: 'numeric', month: 'short', year, timeZone: 'UTC' }).format(date)
}

/** A short instant in a zone, such as "3 Nov, 14:05". */
export function formatInstant(instant: string, zone: string, locale: string, now = new Date()): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant
  const year = yearIn(zone, date) === yearIn(zone, now) ? undefined : ('numeric' as const)
  const options = {
    day: 'numeric',
    month: 'short',
    year,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const
  return dateFormat(locale, { ...options, timeZone: zone }).format(date)
}

/** A time in a sentence, as exact as its text is: "2026", "March 2026", "15 March 2026", and an instant with its hour. */
export function formatLongTime(text: string, zone: string, locale: string): string {
  const isDay = text.length <= 10
  const date = new Date(isDay ? `${text}${'-01-01'.slice(text.length - 4)}T00:00:00Z` : text)
  if (Number.isNaN(date.getTime())) return text
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: text.length > 4 ? 'long' : undefined,
    day: text.length > 7 ? 'numeric' : undefined,
    ...(isDay ? { timeZone: 'UTC' } : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }),
  }
  return dateFormat(locale, options).format(date)
}

/** A month without its year, of a text like `2026-03`: "Mar", and its number in Arabic, which has no short names. */
export const formatMonth = (month: string, locale: string): string =>
  dateFormat(locale, { month: locale === 'ar' ? 'numeric' : 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )

/** Alternatives in a sentence: "received, assessed or closed". */
export const formatAlternatives = (texts: readonly string[], locale: string): string =>
  new Intl.ListFormat(tag(locale), { type: 'disjunction' }).format(texts)

/** An instant in full, with its zone, for a hover text. */
export const formatFully = (instant: string, zone: string, locale: string): string =>
  dateFormat(locale, { dateStyle: 'full', timeStyle: 'long', timeZone: zone }).format(new Date(instant))

/** Minor units with the currency's decimals and grouped thousands, such as "1,450.00"; no currency sign. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const digits = minorDigits(currency)
  const format = cached(
    `${locale}money${digits}`,
    () => new Intl.NumberFormat(tag(locale), { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
  return format.format(minor / 10 ** digits)
}

/** A number with grouped thousands and at most four decimals. */
export const formatNumber = (value: number, locale: string): string =>
  cached(`${locale}number`, () => new Intl.NumberFormat(tag(locale), { maximumFractionDigits: 4 })).format(value)

/** A number as short as it can be read, such as "12K", where there is no room for more. */
export const formatShort = (value: number, locale: string): string =>
  cached(
    `${locale}short`,
    () => new Intl.NumberFormat(tag(locale), { notation: 'compact', maximumSignificantDigits: 2 }),
  ).format(value)

/** A number as a sentence takes it: `smart_count` chooses the form of its words, `count` is what a person reads. */
export const counted = (value: number, locale: string) => ({ smart_count: value, count: formatNumber(value, locale) })

/** A share from 0 to 1 as a percentage with at most one decimal. */
export const formatShare = (share: number, locale: string): string =>
  cached(
    `${locale}share`,
    () => new Intl.NumberFormat(tag(locale), { style: 'percent', maximumFractionDigits: 1 }),
  ).format(share)

/** How far an instant lies from now: "in 2 days", "3 hours ago". */
export function formatDistance(instant: string, locale: string, now = Date.now()): string {
  const minutes = Math.round((Date.parse(instant) - now) / 60_000)
  const relative = new Intl.RelativeTimeFormat(tag(locale), { numeric: 'auto' })
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
  if (Math.abs(minutes) < 48 * 60) return relative.format(Math.round(minutes / 60), 'hour')
  return relative.format(Math.round(minutes / 1440), 'day')
}

/** What a wall clock in the zone reads, as a `datetime-local` input wants it, as exact as it is; empty for nothing. */
export function toWall(instant: string | null | undefined, zone: string): string {
  const at = Date.parse(instant ?? '')
  return Number.isNaN(at) ? '' : new Date(wallAt(zone, at)).toISOString().replace(/(?::00)?\.000Z$|Z$/, '')
}
