import type { Words } from '#admin/language/words.ts'
import type { Field } from '#shared/declaration/field.ts'

const emptied = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Why a value may not stand in a field, in the person's language; undefined when it may. */
export function problemWith(field: Field, value: unknown, { t }: Pick<Words, 't'>): string | undefined {
  if (emptied(value)) return field.isRequired && !Array.isArray(value) ? t('validation.required') : undefined
  const parsed = field.schema.safeParse(value)
  if (parsed.success) return undefined
  const issue = parsed.error.issues[0]
  if (issue?.code === 'too_big' && 'maximum' in issue)
    return t(typeof value === 'string' ? 'validation.tooLong' : 'validation.tooLarge', { limit: String(issue.maximum) })
  if (issue?.code === 'too_small' && 'minimum' in issue && typeof value === 'number')
    return t('validation.tooSmall', { limit: String(issue.minimum) })
  return t(`validation.${field.kind}`, { _: issue?.message ?? t('validation.wrong') })
}
