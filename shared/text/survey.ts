import { ar } from './ar/survey.ts'
import { en, type SurveyText } from './en/survey.ts'
import { it } from './it/survey.ts'
import type { Language } from './languages.ts'
import { lv } from './lv/survey.ts'
import { zh } from './zh/survey.ts'

/** The texts of every language patients are asked in: the survey page and its mails, no page of the panel. */
export const surveyTexts: Readonly<Record<Language, SurveyText>> = { en, ar, zh, it, lv }

/** A sentence with its gaps filled: `{site}`. */
export const filled = (sentence: string, gaps: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap)

/** What an option of a standard scale is called; a number stands for itself. */
export function scaleLabel(text: SurveyText, type: string, code: string): string {
  const labels: Readonly<Record<string, string>> =
    type === 'scale5' || type === 'freq4' || type === 'yesno' ? text.scales[type] : {}
  return labels[code] ?? code
}
