import { plainText } from './plainText.ts'

/** What parts the whole of a number from its fraction. */
export type DecimalMark = '.' | ','

const forms = {
  '.': /^(-?)(\d*|\d{1,3}(?:([,' ])\d{3})(?:\3\d{3})*)(?:\.(\d+))?$/,
  ',': /^(-?)(\d*|\d{1,3}(?:([.' ])\d{3})(?:\3\d{3})*)(?:,(\d+))?$/,
} as const

/** Characters of the longest number there is, with all its places and groups. */
const longest = 500

/**
 * A number as a person writes it, in ASCII with a point and without groups, such as `-1234.50`: digits of every script, the
 * marks of Arabic, groups of three that one sign parts. Undefined for anything else.
 */
export function plainDecimal(text: string, mark: DecimalMark): string | undefined {
  if (text.length > longest) return undefined
  const written = plainText(text)
    .replaceAll('\u066b', mark)
    .replaceAll('\u066c', mark === '.' ? ',' : '.')
    .replaceAll('\u2019', "'")
  const [, sign, whole = '', , fraction] = forms[mark].exec(written) ?? []
  if (whole === '' && fraction === undefined) return undefined
  return `${sign}${whole.replace(/[.,' ]/g, '') || '0'}${fraction === undefined ? '' : `.${fraction}`}`
}
