import type { Language } from '../languages.ts'
import type { HelpTexts } from './texts.ts'

const texts: Readonly<Record<Language, () => Promise<{ readonly help: HelpTexts }>>> = {
  en: () => import('./en.ts'),
  ar: () => import('./ar.ts'),
  zh: () => import('./zh.ts'),
  it: () => import('./it.ts'),
  lv: () => import('./lv.ts'),
}

/** The help in a language. */
export const loadHelp = async (language: Language): Promise<HelpTexts> => (await texts[language]()).help
