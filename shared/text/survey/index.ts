import { surveyLanguages } from '#shared/entities/survey.ts'
import { ar } from './ar.ts'
import { en, type SurveyText } from './en.ts'
import { it } from './it.ts'
import { lv } from './lv.ts'
import { zh } from './zh.ts'

/** A language patients are asked in. */
export type SurveyLanguage = (typeof surveyLanguages)[number]

/** The texts of every language patients are asked in. */
export const surveyTexts: Readonly<Record<SurveyLanguage, SurveyText>> = { en, ar, zh, it, lv }

/** What a language calls itself. */
export const languageNames: Readonly<Record<SurveyLanguage, string>> = {
  en: 'English',
  ar: 'العربية',
  zh: '中文',
  it: 'Italiano',
  lv: 'Latviešu',
}

/** Whether patients are asked in the language. */
export const isSurveyLanguage = (language: unknown): language is SurveyLanguage =>
  surveyLanguages.some((each) => each === language)

/** The direction a language is written in. */
export const writingOf = (language: SurveyLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** A sentence with its gaps filled: `{site}`. */
export const filled = (sentence: string, gaps: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap)

/** What an option of a standard scale is called; a number stands for itself. */
export function scaleLabel(text: SurveyText, type: string, code: string): string {
  const labels: Readonly<Record<string, string>> =
    type === 'scale5' || type === 'freq4' || type === 'yesno' ? text.scales[type] : {}
  return labels[code] ?? code
}
