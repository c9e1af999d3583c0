import { surveyLanguages } from '#shared/entities/choices.ts'

/** A language patients are asked in. */
export type SurveyLanguage = (typeof surveyLanguages)[number]

/** What a language calls itself. */
export const languageNames: Readonly<Record<SurveyLanguage, string>> = {
  en: 'English',
  ar: 'العربية',
  zh: '中文',
  it: 'Italiano',
  lv: 'Latviešu',
}

/** Languages the panel speaks, by their own names. */
export const panelLanguages = (['en', 'ar'] as const).map((code) => ({ code, name: languageNames[code] }))

/** Whether patients are asked in the language. */
export const isSurveyLanguage = (language: unknown): language is SurveyLanguage =>
  surveyLanguages.some((each) => each === language)

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

/** The direction a language is written in. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language.slice(0, 2)) ? 'rtl' : 'ltr')
