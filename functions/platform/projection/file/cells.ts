import { createHash } from 'node:crypto'
import { isListKind } from '#shared/api/condition.ts'
import type { Field } from '#shared/declaration/field.ts'
import { fold } from '#shared/values/fold.ts'
import type { SqlCell } from './sqlite.ts'

/** How a column is kept so that SQLite compares it as people do. */
export type CellForm = 'folded' | 'plain' | 'number' | 'instant' | 'choice' | 'list' | 'key' | 'code'

/**
 * The form of a field: texts are folded, instants milliseconds, choices their place in the declaration, lists JSON.
 * References are keys and currencies codes: numbers, which are read, sorted and grouped several times quicker than texts.
 */
export function formOf({ kind }: Field): CellForm {
  if (isListKind(kind)) return 'list'
  switch (kind) {
    case 'text':
    case 'term':
    case 'longText':
    case 'email':
    case 'phone':
      return 'folded'
    case 'instant':
      return 'instant'
    case 'choice':
      return 'choice'
    case 'day':
      return 'plain'
    case 'reference':
      return 'key'
    case 'currency':
      return 'code'
    default:
      return 'number'
  }
}

/** A text as it is compared; one of which nothing is left when it is folded is compared as it is. */
export const foldedText = (text: string): string => fold(text) || text

/**
 * The key of a record: 53 bits of a hash of its id, the same in every file. Two of a million records share one with a
 * chance of 1 in 18,000.
 */
export const keyOf = (id: string): number => Number(createHash('sha256').update(id).digest().readBigUInt64BE() >> 11n)

const codeBytes = 6

/** A code of up to six bytes as a number; codes are in the order of their letters. */
function codeCell(code: string): number {
  const bytes = Buffer.alloc(codeBytes)
  bytes.write(code)
  return bytes.readUIntBE(0, codeBytes)
}

/** The code that a cell stands for. */
export function codeOf(cell: number): string {
  const bytes = Buffer.alloc(codeBytes)
  bytes.writeUIntBE(cell, 0, codeBytes)
  return bytes.toString().replaceAll('\0', '')
}

/** A value of a record as it is kept and compared; null where there is none. */
export function cellOf(field: Field, value: unknown): SqlCell {
  if (value === undefined || value === null) return null
  switch (formOf(field)) {
    case 'folded':
      return foldedText(String(value))
    case 'plain':
      return String(value)
    case 'key':
      return keyOf(String(value))
    case 'code':
      return codeCell(String(value))
    case 'instant': {
      const at = Date.parse(String(value))
      return Number.isNaN(at) ? null : at
    }
    case 'choice': {
      const place = field.choices?.indexOf(String(value)) ?? -1
      return place < 0 ? null : place
    }
    case 'list':
      return Array.isArray(value) && value.length > 0 ? JSON.stringify(value) : null
    case 'number':
      return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : null
  }
}

/** Compares two cells of one column as SQLite does: texts by their bytes, which is not the order of JavaScript. */
export function compareCells(a: string | number, b: string | number): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return Number(a) - Number(b)
}
