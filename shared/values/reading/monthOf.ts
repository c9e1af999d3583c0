import { fold } from '../fold.ts'

// A short name is the beginning of a long one in English, Italian and Latvian, of three letters or more.
const latin = [
  'january gennaio janvaris',
  'february febbraio februaris',
  'march marzo marts',
  'april aprile aprilis',
  'may maggio maijs',
  'june giugno junijs',
  'july luglio julijs',
  'august agosto augusts',
  'september settembre septembris',
  'october ottobre oktobris',
  'november novembre novembris',
  'december dicembre decembris',
].map((names) => names.split(' '))

// Of the Gulf and Egypt, of the Levant and Iraq, of the Maghreb; they are not shortened.
const arabic = [
  'يناير|كانون الثاني|جانفي',
  'فبراير|شباط|فيفري',
  'مارس|آذار',
  'أبريل|إبريل|نيسان|أفريل',
  'مايو|أيار|ماي|نوار',
  'يونيو|يونيه|حزيران|جوان',
  'يوليو|يوليه|يوليوز|تموز|جويلية',
  'أغسطس|آب|غشت|أوت',
  'سبتمبر|أيلول|شتنبر',
  'أكتوبر|تشرين الأول',
  'نوفمبر|تشرين الثاني|نونبر',
  'ديسمبر|كانون الأول|دجنبر',
]
const months = new Map(
  arabic.flatMap((names, index) => names.split('|').map((name) => [fold(name), index + 1] as const)),
)

/** The month from 1 to 12 that a folded name means in English, Arabic, Italian or Latvian, short or long; undefined for none. */
export function monthOf(name: string): number | undefined {
  const known = months.get(name)
  if (known !== undefined || name.length < 3) return known
  const index = latin.findIndex((names) => names.some((each) => each.startsWith(name)))
  return index < 0 ? undefined : index + 1
}
