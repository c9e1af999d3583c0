import type * as z from 'zod'
import type { Entity } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import type { NounWords } from '#shared/entities/nounWords.ts'
import type { Source } from './sources.ts'

// A job's errors are shown as sentences, never field by field.
const shownAsSentences = new Set(['jobs.errors'])

/** The keys of every word that an entity's declaration asks for: `fields.status`, `values.status.closed`, `actions.close.label`. */
export function declaredKeys({ resource, actions, ...entity }: Entity): Set<string> {
  const bodies = Object.values(actions).map(({ body }) => body)
  const fields = [entity.fields, entity.facts, ...bodies].flatMap((each) => Object.entries<Field>(each))
  return new Set([
    'name',
    ...fields.flatMap(([name, field]) => fieldKeys(name, field, !shownAsSentences.has(`${resource}.${name}`))),
    ...Object.keys(actions).map((name) => `actions.${name}.label`),
  ])
}

const fieldKeys = (name: string, { choices = [], fields = {}, kind, schema }: Field, hasParts = true): string[] => [
  `fields.${name}`,
  ...choices.map((choice) => `values.${name}.${choice}`),
  ...Object.entries(fields).flatMap(([inner, field]) => fieldKeys(inner, field)),
  ...(kind === 'data' && hasParts ? [...namesIn(schema)].map((inner) => `fields.${inner}`) : []),
]

/** Names of the objects within a schema. */
function* namesIn(schema: z.core.$ZodType): Generator<string> {
  const {
    shape = {},
    element,
    innerType,
  } = schema._zod.def as {
    shape?: Record<string, z.core.$ZodType>
    element?: z.core.$ZodType
    innerType?: z.core.$ZodType
  } & z.core.$ZodTypeDef
  for (const [name, inner] of Object.entries(shape)) {
    yield name
    yield* namesIn(inner)
  }
  for (const inner of [element, innerType]) if (inner) yield* namesIn(inner)
}

/** Every sentence of an object by its dotted key. */
export const sentences = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${path}${name}`, value] as [string, string]] : sentences(value, `${path}${name}.`),
  )

const keysOf = (words: object): string[] => sentences(words).map(([key]) => key)

/** Keys that an entity declares and a language lacks. */
export const missingWords = (entity: Entity, words: NounWords): string[] =>
  [...declaredKeys(entity)].filter((key) => !new Set(keysOf(words)).has(key))

/** Keys of words that nothing asks for: neither the declaration nor an act of an operation, which history names. */
export function unusedWords(
  entity: Entity,
  words: NounWords,
  common: ReadonlySet<string>,
  operations: string,
): string[] {
  const declared = declaredKeys(entity)
  return keysOf(words).filter((key) => {
    const [part, name = '', last] = key.split('.')
    if (declared.has(key) || common.has(key)) return false
    if (part !== 'actions') return true
    return last === 'why' ? !declared.has(`actions.${name}.label`) : !operations.includes(`'${name}'`)
  })
}

/** Keys that every noun has, filled in from the common words. */
export function commonKeys(nouns: Readonly<Record<string, NounWords>>): Set<string> {
  const [first = [], ...others] = Object.values(nouns).map(keysOf)
  const rest = others.map((keys) => new Set(keys))
  return new Set(first.filter((key) => key !== 'name' && rest.every((keys) => keys.has(key))))
}

/** The gaps of a sentence, `%{name}` or `{name}`, each once; the count of a plural may stand in one form only. */
export const gapsIn = (sentence: string): string[] =>
  [...new Set(sentence.match(/%?\{\w+\}/g))].filter((gap) => gap !== '%{smart_count}').sort()

/** Keys whose sentences have other gaps in another language, and keys that only one of the two has. */
export function differences(one: object, other: object): string[] {
  const [first, second] = [new Map(sentences(one)), new Map(sentences(other))]
  return [...new Set([...first.keys(), ...second.keys()])].filter(
    (key) => String(gapsIn(first.get(key) || '{missing}')) !== String(gapsIn(second.get(key) || '{missing}')),
  )
}

/** A test whether sources name a key: literally, or composed of a template and a number or a name in a source. */
function namedIn(sources: readonly Source[], sections: readonly string[]) {
  const all = sources.map(({ text }) => text).join('\n')
  const start = `(?:${sections.join('|')})\\.`
  const named = (pattern: string) => [...all.matchAll(new RegExp(pattern, 'g'))].map(([, key = '']) => key)
  // What the panel translates counts too when it begins with a section that does not exist.
  const keys = new Set([
    ...named(`'(${start}[\\w.-]+)'`),
    ...named(`\\bt\\(\\s*'((?!ra\\.|resources\\.)\\w+\\.[\\w.-]+)'`),
  ])
  const templates = named(`\`(${start}[^\`]*\\$\\{[^\`]*)\``).map(
    (template) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '([\\w.-]+)')}$`),
  )
  const isName = (part: string) => /^\d+$/.test(part) || new RegExp(`'${part}'|\\b${part}:`).test(all)
  const isNamed = (key: string) =>
    keys.has(key) || templates.some((template) => template.exec(key)?.slice(1).every(isName))
  return { keys: [...keys], isNamed }
}

/** Keys of pages that sources name and nobody has written, and those written that no source names. */
export function pageFaults(pages: object, sources: readonly Source[]): { unknown: string[]; unused: string[] } {
  const written = keysOf(pages)
  const { keys, isNamed } = namedIn(sources, Object.keys(pages))
  return {
    unknown: keys.filter((key) => !written.includes(key)),
    unused: written.filter((key) => !isNamed(key)),
  }
}
