import type { NounWords } from '#shared/entities/nounWords.ts'
import type { Language } from './languages.ts'

/** The words of every noun by its resource. */
export type Nouns = Readonly<Record<string, NounWords>>

const nouns: Readonly<Record<Language, () => Promise<{ readonly resources: Nouns }>>> = {
  en: () => import('#shared/entities/sharedWords.en.ts'),
  ar: () => import('#shared/entities/sharedWords.ar.ts'),
  zh: () => import('#shared/entities/sharedWords.zh.ts'),
  it: () => import('#shared/entities/sharedWords.it.ts'),
  lv: () => import('#shared/entities/sharedWords.lv.ts'),
}

/** The nouns in a language, without the pages around them. */
export const loadNouns = async (language: Language): Promise<Nouns> => (await nouns[language]()).resources
