import type { RecordValues } from '#shared/declaration/entity.ts'
import { officers, overseers, type Role } from '#shared/declaration/roles.ts'

/** Those who oversee the work on complaints. */
export const reportReaders: readonly Role[] = [...officers, ...overseers]

/** Spans of time to choose from; `custom` is between two days of one's own. */
export const periods = ['month', 'last-month', 'quarter', 'year', 'custom'] as const
export type Period = (typeof periods)[number]

/** What a report is about: the days from one to another, both included, and the site and service line it is narrowed to. */
export interface ReportScope {
  readonly period: Period
  readonly from: string
  readonly to: string
  readonly siteId?: string
  readonly serviceLine?: string
}

const dayText = /^\d{4}-\d\d-\d\d$/
const firstOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
const lastOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10)

/** The first and the last day of the period that a day lies in; a custom one is its month. */
export function daysOf(period: Period, today: string): Pick<ReportScope, 'from' | 'to'> {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1]
  const quarter = month - (month % 3)
  switch (period) {
    case 'year':
      return { from: firstOf(year, 0), to: lastOf(year, 11) }
    case 'quarter':
      return { from: firstOf(year, quarter), to: lastOf(year, quarter + 2) }
    case 'last-month':
      return { from: firstOf(year, month - 1), to: lastOf(year, month - 1) }
    default:
      return { from: firstOf(year, month), to: lastOf(year, month) }
  }
}

/** Reads what a report is about from the query of its address; a quarter where it says nothing. */
export function readScope(query: URLSearchParams, today: string): ReportScope {
  const period = periods.find((each) => each === query.get('period')) ?? 'quarter'
  const usual = daysOf(period, today)
  const dayIn = (name: 'from' | 'to') => {
    const day = query.get(name) ?? ''
    return period === 'custom' && dayText.test(day) && !Number.isNaN(Date.parse(day)) ? day : usual[name]
  }
  const [from, to] = [dayIn('from'), dayIn('to')].toSorted()
  const [siteId, serviceLine] = [query.get('site'), query.get('line')]
  return {
    period,
    from: from ?? usual.from,
    to: to ?? usual.to,
    ...(siteId && { siteId }),
    ...(serviceLine && { serviceLine }),
  }
}

/** The query of the address of a report; days only where a person chose them. */
export const queryOfScope = ({ period, from, to, siteId, serviceLine }: ReportScope): Record<string, string> => ({
  period,
  ...(period === 'custom' && { from, to }),
  ...(siteId && { site: siteId }),
  ...(serviceLine && { line: serviceLine }),
})

/** The filter of the records that a report is about, by the time that places them in a period. */
export const filterOfScope = ({ from, to, siteId, serviceLine }: ReportScope, time: string): RecordValues => ({
  [`${time}_gte`]: from,
  [`${time}_lte`]: to,
  ...(siteId && { siteId }),
  ...(serviceLine && { serviceLine }),
})

/** A merged case is counted with the one that it was merged into. */
export const casesOf = (scope: ReportScope): RecordValues => ({
  ...filterOfScope(scope, 'receivedAt'),
  status_neq: 'merged',
})

/** The twelve months that end with the month of a day, the earliest first. */
export const twelveMonths = (day: string): string[] =>
  Array.from({ length: 12 }, (_, index) =>
    firstOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 12 + index).slice(0, 7),
  )

/** A scope of the twelve months that end with the last month of another one. */
export const yearUpTo = (scope: ReportScope): ReportScope => {
  const [first = scope.from.slice(0, 7)] = twelveMonths(scope.to)
  const [year, month] = [Number(scope.to.slice(0, 4)), Number(scope.to.slice(5, 7)) - 1]
  return { ...scope, from: `${first}-01`, to: lastOf(year, month) }
}
