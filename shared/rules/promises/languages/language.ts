import { fold } from '#shared/values/fold.ts'

/** Until when a promise is to be kept, as a sentence says it. */
export type PromisedTime =
  | { readonly weekday: number; readonly isNextWeek?: true }
  | { readonly inDays: number }
  | { readonly inWorkingDays: number }
  | { readonly inMinutes: number }
  | { readonly month: number; readonly date: number }
  | { readonly day: string }

/** The unit of a span of time such as "within two days". */
export type SpanUnit = 'minutes' | 'hours' | 'days' | 'workingDays' | 'weeks'

/** How promises sound in a language, and how it names times. Every pattern is of folded text, as `foldSentence` makes it. */
export interface PromiseLanguage {
  /** Words by which somebody who speaks for the house binds it. */
  readonly commits: readonly RegExp[]
  /** What stands right before those words where they are somebody else's, a question or a denial. */
  readonly voidBefore: RegExp
  /** What stands after those words where they are somebody else's. */
  readonly voidAfter?: RegExp
  /** Names of the days of the week, Sunday first, as alternatives of a pattern. */
  readonly weekdays: readonly string[]
  /** Names of the months, January first, as alternatives of a pattern. */
  readonly months: readonly string[]
  /** A date within a year, with `MONTH` where one of the months stands; its only group is the day. */
  readonly dates: readonly string[]
  /** Words such as "tomorrow". */
  readonly relatives: readonly (readonly [pattern: string, time: PromisedTime])[]
  /** Spans, with `COUNT` where a number stands. */
  readonly spans: readonly (readonly [pattern: string, unit: SpanUnit])[]
  /** Numbers written as words. */
  readonly numbers: Readonly<Record<string, number>>
  /** Its words are not parted by spaces. */
  readonly hasNoSpaces?: true
}

/** A sentence without case, accents and letter forms, in which an apostrophe is an underscore. */
export const foldSentence = (sentence: string): string => fold(sentence.replace(/[’'ʼ‘`´]/g, '_'))

/** A pattern of whole words. */
export const whole = (pattern: string, flags = 'gu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags)

/** A pattern of what ends where the next words begin. */
export const endingWith = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})$`, 'u')
