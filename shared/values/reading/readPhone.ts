import { plainText } from './plainText.ts'

/** A phone number with its country's code. */
export const phoneForm = /^\+[1-9]\d{6,14}$/

/**
 * A phone number as `+966501234567`, from what people and programs write: blanks, brackets, dots and hyphens between
 * digits of any script, `00` for the plus, `tel:` before it, and the zero in brackets that is not dialled from abroad.
 * Undefined for a number without its country's code, and for any other text.
 */
export function readPhone(text: string): string | undefined {
  if (phoneForm.test(text)) return text
  const digits = plainText(text)
    .replace(/^tel: ?/i, '')
    .replaceAll('(0)', '')
    .replace(/[ ().-]/g, '')
    .replace(/^00/, '+')
  return phoneForm.test(digits) ? digits : undefined
}
