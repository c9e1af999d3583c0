import { quoted } from '../file/tables.ts'

/** A part of a statement with the values of its placeholders. */
export interface SqlPart {
  readonly sql: string
  readonly values: readonly unknown[]
  /** The column it is about, when an index of that column answers it. */
  readonly on?: string
  /** That column has one value in all records that it is true of. */
  readonly isEqual?: true
}

/** A part of a statement. */
export const part = (sql: string, ...values: unknown[]): SqlPart => ({ sql, values })

/** Parts that must all be true, in brackets where they are several; nothing asked is always true. */
export function allOf(parts: readonly SqlPart[]): SqlPart {
  return joined(parts, ' AND ', '1')
}

/** Parts of which one must be true. */
export const anyOf = (parts: readonly SqlPart[]): SqlPart => joined(parts, ' OR ', '0')

function joined(parts: readonly SqlPart[], word: string, empty: string): SqlPart {
  const [first] = parts
  if (!first) return part(empty)
  if (parts.length === 1) return first
  return { sql: `(${parts.map(({ sql }) => sql).join(word)})`, values: parts.flatMap(({ values }) => values) }
}

/** A column has a value. */
export const equal = (name: string, value: unknown): SqlPart => ({
  ...part(`${quoted(name)} = ?`, value),
  on: name,
  isEqual: true,
})

/** A column has one of some values. */
export const oneOf = (name: string, values: readonly unknown[]): SqlPart =>
  values.length === 1
    ? equal(name, values[0])
    : { ...part(`${quoted(name)} IN (${values.map(() => '?').join(', ')})`, ...values), on: name }
