import { memoize } from '#shared/values/memoize.ts'
import { type PromisedTime, type PromiseLanguage, type SpanUnit, whole } from './languages/language.ts'

/** A pattern of a time, and the time that a match of it names. */
interface TimePattern {
  readonly pattern: RegExp
  readonly timeOf: (match: RegExpExecArray) => PromisedTime | undefined
}

/** The first time that a folded text names in a language: a day, a date, or a span from now. */
export function promisedTime(text: string, language: PromiseLanguage): PromisedTime | undefined {
  let first: { readonly index: number; readonly time: PromisedTime } | undefined
  for (const { pattern, timeOf } of [...fullDates, ...patternsOf(language)]) {
    const match = pattern.exec(text)
    const time = match && timeOf(match)
    if (match && time && (first === undefined || match.index < first.index)) first = { index: match.index, time }
  }
  return first?.time
}

/** Dates in figures, day before month as every language of the panel writes them. */
const fullDates: readonly TimePattern[] = [
  {
    pattern: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u,
    timeOf: ([, year = '', month = '', date = '']) => dayTime(year, month, date),
  },
  {
    pattern: /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/u,
    timeOf: ([, date = '', month = '', year = '']) => dayTime(year, month, date),
  },
]

function dayTime(year: string, month: string, date: string): PromisedTime | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const parsed = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day) ? { day } : undefined
}

const patternsOf = memoize((language: PromiseLanguage): readonly TimePattern[] => {
  const { weekdays, months, dates, relatives, spans, numbers, hasNoSpaces } = language
  const patternOf = (pattern: string) => (hasNoSpaces ? new RegExp(pattern, 'u') : whole(pattern, 'u'))
  const count = `(\\d{1,2}|${Object.keys(numbers).join('|')})`
  return [
    ...relatives.map(([pattern, time]): TimePattern => ({ pattern: patternOf(pattern), timeOf: () => time })),
    ...spans.map(
      ([pattern, unit]): TimePattern => ({
        pattern: patternOf(pattern.replaceAll('COUNT', count)),
        timeOf: (match) => spanTime(match.slice(1).find((word) => word !== undefined) ?? '', unit, numbers),
      }),
    ),
    ...dates.flatMap((written) =>
      months.map(
        (month, index): TimePattern => ({
          pattern: patternOf(written.replace('MONTH', `(?:${month})`)),
          timeOf: ([, date]) => dateTime(index + 1, Number(date)),
        }),
      ),
    ),
    ...weekdays.map((pattern, weekday): TimePattern => ({ pattern: patternOf(pattern), timeOf: () => ({ weekday }) })),
  ]
})

const dateTime = (month: number, date: number): PromisedTime | undefined =>
  date >= 1 && date <= 31 ? { month, date } : undefined

function spanTime(word: string, unit: SpanUnit, numbers: Readonly<Record<string, number>>): PromisedTime | undefined {
  const count = numbers[word] ?? Number(word)
  if (!Number.isInteger(count) || count < 1) return undefined
  if (unit === 'minutes') return { inMinutes: count }
  if (unit === 'hours') return { inMinutes: count * 60 }
  if (unit === 'workingDays') return { inWorkingDays: count }
  return { inDays: unit === 'weeks' ? count * 7 : count }
}
