import { type RefusalWords, refusalText } from '#admin/language/refusal.ts'
import type { Field } from '#shared/declaration/field.ts'
import { refusalIn } from '#shared/declaration/issues.ts'
import { refuse } from '#shared/refusals.ts'

/** Why a value may not stand in a field, in the person's language; undefined when it may. */
export function problemWith(field: Field, value: unknown, words: RefusalWords): string | undefined {
  const isEmpty = value === undefined || value === null || value === ''
  if ((isEmpty && !field.isRequired) || (Array.isArray(value) && value.length === 0)) return undefined
  const refusal = isEmpty ? refuse('REQUIRED') : refusalIn(field, value)
  return refusal && refusalText(words, undefined, refusal)
}
