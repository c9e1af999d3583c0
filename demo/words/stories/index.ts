import type { Case } from '#shared/entities/case.ts'
import type { Patient } from '#shared/entities/patient.ts'
import { type Language, spokenLanguage } from '#shared/text/languages.ts'
import { formatMinor } from '#shared/values/money.ts'
import type { Random } from '../../random.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { it } from './it.ts'
import { lv } from './lv.ts'
import type { CaseStory } from './story.ts'
import { zh } from './zh.ts'

export type { CaseStory }

const stories: Readonly<Record<Language, readonly CaseStory[]>> = { en, ar, zh, it, lv }

/** The language of a patient's stories and surveys; English when it is none of the five. */
export const languageOf = ({ language }: Patient): Language => spokenLanguage(language)

/** A random story of a type that fits the department; of any type when the language has none of it. */
export function storyOf(random: Random, language: Language, department: string, type: Case['type']): CaseStory {
  const possible = stories[language].filter(({ departments }) => departments?.includes(department) ?? true)
  const ofType = possible.filter((story) => story.type === type)
  return random.pick(ofType.length > 0 ? ofType : possible)
}

/** The story with this text at intake, or undefined. */
export const storyByText = (language: Language, text: string | undefined): CaseStory | undefined =>
  stories[language].find((story) => story.text === text)

const currencies: Readonly<Record<Language, readonly [riyals: string, dinars: string]>> = {
  en: ['riyals', 'dinars'],
  ar: ['ريال', 'دينار'],
  zh: ['里亚尔', '第纳尔'],
  it: ['riyal', 'dinari'],
  lv: ['riālu', 'dināru'],
}

/** An amount as people say it, without decimals when they are zero. */
export function spokenAmount(language: Language, amountMinor: number, currency: string): string {
  const [riyals, dinars] = currencies[language]
  const plain = formatMinor(amountMinor, currency).replace(/\.0+$/, '')
  return `${plain}${language === 'zh' ? '' : ' '}${currency === 'KWD' ? dinars : riyals}`
}
