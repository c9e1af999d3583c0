import type { Notice } from '#shared/entities/notice.ts'

const isInstant = (value: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)

/** The values of a notice as its sentence takes them: instants in a time zone, and Latin figures in every language. */
export function noticeGaps(
  { parameters = {} }: Pick<Notice, 'parameters'>,
  language: string,
  timeZone: string,
): Record<string, string> {
  const texts = Object.entries(parameters).map(([name, value]) => [name, gapText(value, language, timeZone)])
  return Object.fromEntries(texts)
}

function gapText(value: string | number, language: string, timeZone: string): string {
  if (typeof value === 'number') return new Intl.NumberFormat(`${language}-u-nu-latn`).format(value)
  if (!isInstant(value)) return value
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone } as const
  return new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, options).format(new Date(value))
}
