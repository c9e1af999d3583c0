import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import type { Field, Fields, TermList } from '#shared/declaration/field.ts'
import { memoize } from '#shared/values/memoize.ts'

/** A code in a record, the list it is of, and the way to it. */
export interface NamedTerm {
  readonly path: string
  readonly list: TermList
  readonly code: string
}

const holdsTerms = ({ terms, fields = {} }: Field): boolean =>
  terms !== undefined || Object.values(fields).some(holdsTerms)

/** The fields of an entity that hold codes, alone or within lists; facts are copies of what was checked. */
const termFields = memoize(
  ({ fields }: Entity): Fields => Object.fromEntries(Object.entries(fields).filter(([, field]) => holdsTerms(field))),
)

function termsIn(field: Field, value: unknown, path: string): NamedTerm[] {
  if (value === undefined || value === null) return []
  if (field.terms) return [{ path, list: field.terms, code: String(value) }]
  if (Array.isArray(value)) return value.flatMap((entry, place) => termsIn(field, entry, `${path}.${place}`))
  return Object.entries(field.fields ?? {}).flatMap(([name, inner]) =>
    termsIn(inner, (value as RecordValues)[name], `${path}.${name}`),
  )
}

/** The codes that a write brings into a record; those that its field held before stay, whatever became of their terms. */
export const newTerms = (entity: Entity, after: RecordValues, before: RecordValues = {}): NamedTerm[] =>
  Object.entries(termFields(entity)).flatMap(([name, field]) => {
    const known = new Set(termsIn(field, before[name], name).map(({ code }) => code))
    return termsIn(field, after[name], name).filter(({ code }) => !known.has(code))
  })
