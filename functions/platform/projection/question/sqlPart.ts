import { quoted } from '../file/tables.ts'

/** A part of a statement with the values of its placeholders. */
export interface SqlPart {
  readonly sql: string
  readonly values: readonly unknown[]
  /** The column it is about, when an index of that column answers it. */
  readonly on?: string
  /** All columns it reads; undefined when it may read any. */
  readonly reads?: readonly string[]
  /** That column has one value in all records that it is true of. */
  readonly isEqual?: true
}

/** A part of a statement. */
export const part = (sql: string, ...values: unknown[]): SqlPart => ({ sql, values })

/** A part that reads these columns alone. */
export const partOf = (reads: readonly string[], sql: string, ...values: unknown[]): SqlPart => ({ sql, values, reads })

/** A part that is about one column, and that an index of it answers. */
export const partOn = (on: string, sql: string, ...values: unknown[]): SqlPart => ({ sql, values, on, reads: [on] })

/** Parts that must all be true, in brackets where they are several; nothing asked is always true. */
export function allOf(parts: readonly SqlPart[]): SqlPart {
  return joined(parts, ' AND ', '1')
}

/** Parts of which one must be true. */
export const anyOf = (parts: readonly SqlPart[]): SqlPart => joined(parts, ' OR ', '0')

function joined(parts: readonly SqlPart[], word: string, empty: string): SqlPart {
  const [first] = parts
  if (!first) return partOf([], empty)
  if (parts.length === 1) return first
  const reads = parts.map((each) => each.reads)
  return {
    sql: `(${parts.map(({ sql }) => sql).join(word)})`,
    values: parts.flatMap(({ values }) => values),
    ...(reads.every((each) => each !== undefined) && { reads: reads.flat() }),
  }
}

/** A column has a value. */
export const equal = (name: string, value: unknown): SqlPart => ({
  ...partOn(name, `${quoted(name)} = ?`, value),
  isEqual: true,
})

/** A column has one of some values. */
export const oneOf = (name: string, values: readonly unknown[]): SqlPart =>
  values.length === 1
    ? equal(name, values[0])
    : partOn(name, `${quoted(name)} IN (${values.map(() => '?').join(', ')})`, ...values)
