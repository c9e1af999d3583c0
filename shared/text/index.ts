import type { Messages } from './messages.ts'

/** Languages the panel speaks, by their own names. */
export const panelLanguages = [
  { code: 'en', name: 'English' },
  { code: 'ar', name: 'العربية' },
] as const

const loaders: Readonly<Record<string, () => Promise<Messages>>> = {
  en: () => import('./en.ts').then(({ en }) => en),
  ar: () => import('./ar.ts').then(({ ar }) => ar),
}

/** The messages of a language; English for one the panel does not speak. */
export async function loadMessages(language: string): Promise<Messages> {
  const { en } = await import('./en.ts')
  const load = loaders[language]
  return load ? load() : en
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

/** The direction a language is written in. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language.slice(0, 2)) ? 'rtl' : 'ltr')
