import type { HelpTexts } from './texts.ts'

const languages: Readonly<Record<string, () => Promise<HelpTexts>>> = {
  ar: () => import('./ar.ts').then(({ help }) => help),
}

/** The help in a language; in English for one that has none. */
export const loadHelp = async (language: string): Promise<HelpTexts> =>
  languages[language]?.() ?? (await import('./en.ts')).help
