import { batches } from './refusals/batches.ts'
import { cases } from './refusals/cases.ts'
import type { RefusalEntry } from './refusals/entry.ts'
import { followUps } from './refusals/followUps.ts'
import { imports } from './refusals/imports.ts'
import { jobs } from './refusals/jobs.ts'
import { merging } from './refusals/merging.ts'
import { offers } from './refusals/offers.ts'
import { patients } from './refusals/patients.ts'
import { persons } from './refusals/persons.ts'
import { promises } from './refusals/promises.ts'
import { records } from './refusals/records.ts'
import { reports } from './refusals/reports.ts'
import { requests } from './refusals/requests.ts'
import { settings } from './refusals/settings.ts'
import { settlements } from './refusals/settlements.ts'
import { surveys } from './refusals/surveys.ts'
import { values } from './refusals/values.ts'

/** Every refusal of the product, by id. Each stands with those of its noun in `refusals/`, and in other languages in `text/<language>/refusals/`. */
export const refusals = {
  ...persons,
  ...records,
  ...cases,
  ...followUps,
  ...reports,
  ...promises,
  ...offers,
  ...merging,
  ...patients,
  ...settings,
  ...settlements,
  ...batches,
  ...surveys,
  ...jobs,
  ...imports,
  ...values,
  ...requests,
}

/** Id of a refusal. */
export type RefusalId = keyof typeof refusals

/** A value that a sentence names: a word, a number, several words, or refusals of parts. */
export type RefusalValue = string | number | readonly string[] | readonly Refusal[]

/** A refusal as data: what the API answers and what the panel says in its own language. */
export interface Refusal {
  readonly rule: RefusalId
  readonly status: number
  readonly parameters: Readonly<Record<string, RefusalValue>>
  /** The sentence in English, parameters filled in. */
  readonly message: string
}

type ParameterOf<S extends string> = S extends `${string}%{${infer P}}${infer R}` ? P | ParameterOf<R> : never
type ParametersOf<Id extends RefusalId> = ParameterOf<(typeof refusals)[Id][1]>

/** Refuses by id, with the values that the sentence names. */
export function refuse<Id extends RefusalId>(
  rule: Id,
  ...[values]: [ParametersOf<Id>] extends [never] ? [] : [Readonly<Record<ParametersOf<Id>, RefusalValue>>]
): Refusal {
  const [status, sentence]: RefusalEntry = refusals[rule]
  const parameters: Readonly<Record<string, RefusalValue>> = values ?? {}
  return { rule, status, parameters, message: fill(sentence, parameters) }
}

/** A sentence with its parameters in place of `%{name}`; names of values lose their hyphens. */
const fill = (sentence: string, values: Readonly<Record<string, RefusalValue>>): string =>
  sentence.replace(/%\{(\w+)\}/g, (_, name: string) => asText(values[name] ?? ''))

function asText(value: RefusalValue): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return plainWord(value)
  const texts = value.map((each) => (typeof each === 'object' ? each.message : plainWord(each)))
  return texts.join(areSentences(texts) ? ' ' : ', ')
}

/** Whether texts are whole sentences, which follow one another, and not the parts of one. */
export const areSentences = (texts: readonly string[]): boolean =>
  texts.length > 0 && texts.every((text) => /[.!?؟。！？]$/.test(text))

// A day or a number of a file keeps its hyphens.
const plainWord = (text: string): string => (/^[a-z]+(-[a-z]+)+$/.test(text) ? text.replaceAll('-', ' ') : text)

/** Whether a text is the id of a refusal. */
export const isRefusalId = (text: string): text is RefusalId => Object.hasOwn(refusals, text)

/** Whether a refusal is of another state or role, so that nobody can mend it here and now. */
export const isElsewhere = ({ rule }: Pick<Refusal, 'rule'>): boolean => {
  const [, , elsewhere]: RefusalEntry = refusals[rule]
  return elsewhere === true
}

/** Whether an answer is a refusal. */
export const isRefusal = (answer: object | undefined): answer is Refusal =>
  answer !== undefined && 'rule' in answer && 'parameters' in answer
