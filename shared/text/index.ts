import { en } from './en/index.ts'
import { type Language, spokenLanguage } from './languages.ts'
import type { Messages } from './messages.ts'

// English comes with the program; any other language when it is chosen.
const others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Messages>>> = {
  ar: () => import('./ar/index.ts').then(({ ar }) => ar),
  zh: () => import('./zh/index.ts').then(({ zh }) => zh),
  it: () => import('./it/index.ts').then(({ it }) => it),
  lv: () => import('./lv/index.ts').then(({ lv }) => lv),
}

/** The messages of a language; English for one the panel does not speak. */
export async function loadMessages(locale: string): Promise<Messages> {
  const language = spokenLanguage(locale)
  return language === 'en' ? en : others[language]()
}
