import type { Words } from '#admin/language/words.ts'

/** What of a paste has no place in the sheet. */
export interface LeftOut {
  readonly surplusRows: number
  readonly surplusColumns: number
  /** Labels of the columns that are only read, where something else was pasted. */
  readonly readOnly: readonly string[]
  /** Labels of the columns that need a value, where an empty cell was pasted. */
  readonly required: readonly string[]
  /** Cells with a text that the program they come from does not show. */
  readonly hidden: number
  /** Rows of the list that could not be read. */
  readonly unreadRows: number
}

/** What was not pasted, in one sentence or two; undefined when all was. */
export function leftOutText({ t }: Pick<Words, 't'>, { readOnly, required, ...counts }: LeftOut): string | undefined {
  const parts = Object.entries(counts).flatMap(([name, count]) =>
    count > 0 ? [t(`clipboard.${name}`, { smart_count: count })] : [],
  )
  if (readOnly.length > 0) parts.push(t('clipboard.readOnly', { names: readOnly.join(t('clipboard.comma')) }))
  const sentences = [
    ...(parts.length > 0 ? [t('clipboard.leftOut', { parts: parts.join(t('clipboard.semicolon')) })] : []),
    ...(required.length > 0 ? [t('clipboard.keptValues', { names: required.join(t('clipboard.comma')) })] : []),
  ]
  return sentences.length > 0 ? sentences.join(' ') : undefined
}
