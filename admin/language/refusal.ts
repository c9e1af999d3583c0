import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { entities } from '#shared/entities/index.ts'
import { areSentences, isRefusalId, refusals } from '#shared/refusals.ts'
import { formatDay, formatNumber } from './format.ts'
import { punctuationOf } from './punctuation.ts'
import { inSentence, type Words } from './words.ts'

/** The words that sentences of refusals are made of. */
export type RefusalWords = Pick<Words, 't' | 'noun' | 'field' | 'value' | 'action'> & { readonly locale: string }

/** A refusal as the API sends it: its id and the values that its sentence names. */
interface SentRefusal {
  readonly rule: string
  readonly parameters?: Readonly<Record<string, unknown>>
  /** The sentence in English; a panel older than the server has no other. */
  readonly message?: string
}

/** The sentence of a refusal in the person's language; its parameters are said in the words of the record's entity. */
export function refusalText(words: RefusalWords, entity: Entity | undefined, refusal: SentRefusal): string {
  const { rule, parameters = {}, message = '' } = refusal
  const subject = entities.find(({ name, resource }) => [name, resource].includes(String(parameters.noun))) ?? entity
  const texts = Object.entries(parameters).map(([name, value]) => [name, parameterText(words, subject, name, value)])
  const english = isRefusalId(rule) ? refusals[rule][1] : message
  const sentence = words.t(`refusals.${rule}`, { _: english, ...Object.fromEntries(texts) })
  // A sentence may begin with a value.
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

type SentIssues = Readonly<Record<string, SentRefusal>>

/** The sentence of each field at fault, as forms show them. */
export const issueTexts = (
  words: RefusalWords,
  entity: Entity | undefined,
  issues: SentIssues,
): Record<string, string> =>
  Object.fromEntries(Object.entries(issues).map(([name, issue]) => [name, refusalText(words, entity, issue)]))

/** All fields at fault in one text, each by its label; fields with the same fault are named together. */
export function issuesText(words: RefusalWords, entity: Entity | undefined, issues: SentIssues): string {
  const { colon, semicolon } = punctuationOf(words.locale)
  const labels = new Map<string, string[]>()
  for (const [path, text] of Object.entries(issueTexts(words, entity, issues))) {
    const isField = entity && fieldOf(entity, path.split('.')[0] ?? '')
    labels.set(text, [...(labels.get(text) ?? []), ...(isField ? [fieldText(words, entity, path)] : [])])
  }
  return [...labels]
    .map(([text, fields]) => (fields.length > 0 ? `${joined(fields, words)}${colon}${text}` : text))
    .join(semicolon)
}

/** What stands in a sentence for a parameter. */
function parameterText(words: RefusalWords, entity: Entity | undefined, name: string, value: unknown): string {
  if (Array.isArray(value)) {
    const texts = value.map((each) => parameterText(words, entity, name, each))
    return areSentences(texts) ? texts.join(punctuationOf(words.locale).gap) : joined(texts, words)
  }
  if (isNested(value)) return refusalText(words, entity, value)
  // Spreadsheets show the numbers of rows without separators.
  if (typeof value === 'number' && name !== 'row' && name !== 'line') return formatNumber(value, words.locale)
  const say = Object.hasOwn(byName, name) ? byName[name] : undefined
  return say ? say(words, entity, String(value)) : String(value)
}

const isNested = (value: unknown): value is SentRefusal =>
  typeof value === 'object' && value !== null && 'rule' in value

type ParameterWords = (words: RefusalWords, entity: Entity | undefined, text: string) => string

const stateText: ParameterWords = (words, entity, state) => {
  const { resource = '', lifecycle } = owner(entity, (each) => Object.hasOwn(each.lifecycle?.states ?? {}, state)) ?? {}
  return inSentence(words.value(resource, lifecycle?.field ?? '', state))
}

const stepText: ParameterWords = (words, entity, step) =>
  words.action(owner(entity, ({ actions }) => Object.hasOwn(actions, step))?.resource ?? '', step)

// An entry of a list by its number, and what stands within it by its own label.
const fieldText: ParameterWords = (words, entity, path) =>
  path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : words.field(entity?.resource ?? '', part)))
    .join(' › ')

const keyText: ParameterWords = (words, entity, key) =>
  key
    .split('+')
    .map((field) => fieldText(words, entity, field))
    .join(' + ')

/** Parameters that are words of the product, by name; any other is said as it is. */
const byName: Readonly<Record<string, ParameterWords>> = {
  noun: (words, entity, noun) =>
    entity && [entity.name, entity.resource].includes(noun)
      ? words.noun(entity.resource, entity.name === noun ? 1 : 2)
      : noun,
  state: stateText,
  needed: stateText,
  taken: stepText,
  step: stepText,
  field: fieldText,
  fields: fieldText,
  key: keyText,
  keys: keyText,
  missing: (words, entity, kind) => words.value(entity?.resource ?? '', 'kind', kind),
  language: (words, entity, code) => words.value(entity?.resource ?? '', 'languages', code),
  day: ({ locale }, _entity, day) => formatDay(day, locale),
}

/** The entity that a word is of: the record's own, or another one that a rule looked at. */
const owner = (entity: Entity | undefined, declares: (entity: Entity) => boolean): Entity | undefined =>
  entity && declares(entity) ? entity : entities.find(declares)

const joined = (texts: readonly string[], { locale }: RefusalWords): string => texts.join(punctuationOf(locale).comma)
