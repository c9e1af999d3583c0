import type { Field, FieldKind } from '#shared/declaration/field.ts'
import type { CsvColumn } from '#shared/values/csv.ts'

const numeric: readonly FieldKind[] = ['integer', 'number', 'money', 'basisPoints']
const nested: readonly FieldKind[] = ['group', 'list', 'texts', 'data']
const between = ';'

/** The column a field is in a file of records; its name is the field's own. */
export const columnOf = (name: string, field: Field | undefined): CsvColumn => ({
  name,
  kind: field && numeric.includes(field.kind) ? 'number' : 'text',
})

/**
 * What a field's value is in a cell: numbers as plain decimals (money in minor units), several values joined by
 * semicolons, nested ones as JSON; nothing is an empty cell.
 */
export function cellOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return plain(value)
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(between)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The value a cell means to a field; what it cannot mean is left as text, for the field's own check to refuse. */
export function cellValue({ kind }: Field, cell: string): unknown {
  const text = cell.trim()
  if (numeric.includes(kind)) return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
  if (kind === 'boolean') return { true: true, false: false }[text.toLowerCase()] ?? text
  if (kind === 'choices' || kind === 'references')
    return text
      .split(between)
      .map((each) => each.trim())
      .filter((each) => each !== '')
  return nested.includes(kind) ? (json(text) ?? text) : cell
}

// An exponent would be text to a spreadsheet and to our own reader; thirty places hold any number a field takes.
const plain = (value: number): string => {
  const text = String(value)
  return text.includes('e') ? value.toFixed(30).replace(/\.?0+$/, '') : text
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
