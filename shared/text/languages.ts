import { languages } from '#shared/entities/choices.ts'

/** A language of the product: people of the desk work in it, and patients are asked in it. */
export type Language = (typeof languages)[number]

/** What a language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ar: 'العربية',
  zh: '中文',
  it: 'Italiano',
  lv: 'Latviešu',
}

/** The languages of the product by their own names, for lists of choices. */
export const languageChoices = languages.map((code) => ({ code, name: languageNames[code] }))

/** Whether the product speaks the language. */
export const isLanguage = (language: unknown): language is Language => languages.some((each) => each === language)

/** The language itself where the product speaks it, else English. */
export const spokenLanguage = (language: unknown): Language => (isLanguage(language) ? language : 'en')

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

/** The direction a language is written in. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language.slice(0, 2)) ? 'rtl' : 'ltr')
