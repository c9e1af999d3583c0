import { en } from './en/index.ts'
import type { Messages } from './messages.ts'

// English comes with the program; any other language when it is chosen.
const others: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: () => import('./ar/index.ts').then(({ ar }) => ar),
  zh: () => import('./zh/index.ts').then(({ zh }) => zh),
  it: () => import('./it/index.ts').then(({ it }) => it),
  lv: () => import('./lv/index.ts').then(({ lv }) => lv),
}

/** The messages of a language; English for one the panel does not speak. */
export const loadMessages = async (language: string): Promise<Messages> => (await others[language]?.()) ?? en
