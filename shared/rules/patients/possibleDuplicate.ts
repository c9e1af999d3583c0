import type { Patient } from '#shared/entities/patient.ts'
import { fold, foldDigits } from '#shared/values/fold.ts'

/** What of a patient tells whether two are the same person, as somebody types it. */
export type Likeness = { readonly [name in 'name' | 'phone' | 'birthDate']?: string | null | undefined }

/** Digits of a phone that two lines hardly share by chance. */
const tellingDigits = 7

/**
 * Whether a patient may be the one who is being entered: the same phone, also where one is written without its country,
 * or the same name and birth date, where a birth date that is not known yet fits every other.
 */
export function isPossibleDuplicate(entered: Likeness, known: Likeness & Partial<Pick<Patient, 'altPhone'>>): boolean {
  const isSamePhone = [known.phone, known.altPhone].some((phone) => isSameLine(entered.phone, phone))
  const isSameDay = !entered.birthDate || !known.birthDate || entered.birthDate === known.birthDate
  return isSamePhone || (isSameName(entered.name, known.name) && isSameDay)
}

function isSameName(one: Likeness['name'], other: Likeness['name']): boolean {
  const name = fold(one ?? '')
  return name !== '' && name === fold(other ?? '')
}

function isSameLine(one: Likeness['phone'], other: Likeness['phone']): boolean {
  const [shorter = '', longer = ''] = [one, other].map(lineOf).sort((a, b) => a.length - b.length)
  return shorter.length >= tellingDigits && longer.endsWith(shorter)
}

const lineOf = (phone: Likeness['phone']): string =>
  foldDigits(phone ?? '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
