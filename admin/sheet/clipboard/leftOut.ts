import type { Words } from '#admin/language/words.ts'

/** What of a paste has no place in the sheet. */
export interface LeftOut {
  readonly surplusRows: number
  readonly surplusColumns: number
  /** Labels of the columns that are only read, where something else was pasted. */
  readonly readOnly: readonly string[]
  /** Cells with a text that the program they come from does not show. */
  readonly hidden: number
  /** Rows of the list that could not be read. */
  readonly unreadRows: number
}

/** One sentence of all that was not pasted; undefined when all was. */
export function leftOutText({ t }: Pick<Words, 't'>, { readOnly, ...counts }: LeftOut): string | undefined {
  const parts = Object.entries(counts).flatMap(([name, count]) =>
    count > 0 ? [t(`clipboard.${name}`, { smart_count: count })] : [],
  )
  if (readOnly.length > 0) parts.push(t('clipboard.readOnly', { names: readOnly.join(t('clipboard.comma')) }))
  return parts.length > 0 ? t('clipboard.leftOut', { parts: parts.join(t('clipboard.semicolon')) }) : undefined
}
