import type { Case } from '#shared/entities/case.ts'
import type { Patient } from '#shared/entities/patient.ts'
import { formatMinor } from '#shared/values/money.ts'
import type { Chance } from '../../chance.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { it } from './it.ts'
import { lv } from './lv.ts'
import type { Story } from './story.ts'
import { zh } from './zh.ts'

export type { Story }

/** Languages in which there are stories. */
export type StoryLanguage = 'en' | 'ar' | 'zh' | 'it' | 'lv'

const stories: Readonly<Record<StoryLanguage, readonly Story[]>> = { en, ar, zh, it, lv }

/** The language somebody tells a story in and is asked in; English where it is none of the five. */
export const languageOf = ({ language }: Patient): StoryLanguage =>
  language === 'ar' || language === 'zh' || language === 'it' || language === 'lv' ? language : 'en'

/** A story of a kind that can have happened in a department; of any kind when that language has none of it. */
export function storyOf(chance: Chance, language: StoryLanguage, department: string, type: Case['type']): Story {
  const possible = stories[language].filter(({ at }) => at?.includes(department) ?? true)
  const ofType = possible.filter((story) => story.type === type)
  return chance.pick(ofType.length > 0 ? ofType : possible)
}

/** The story that begins with these words, or undefined. */
export const storyToldAs = (language: StoryLanguage, told: string | undefined): Story | undefined =>
  stories[language].find((story) => story.told === told)

const currencies: Readonly<Record<StoryLanguage, readonly [riyals: string, dinars: string]>> = {
  en: ['riyals', 'dinars'],
  ar: ['ريال', 'دينار'],
  zh: ['里亚尔', '第纳尔'],
  it: ['riyal', 'dinari'],
  lv: ['riālu', 'dināru'],
}

/** An amount as people say it: no decimals where there are none. */
export function spoken(language: StoryLanguage, amountMinor: number, currency: string): string {
  const [riyals, dinars] = currencies[language]
  const plain = formatMinor(amountMinor, currency).replace(/\.0+$/, '')
  return `${plain}${language === 'zh' ? '' : ' '}${currency === 'KWD' ? dinars : riyals}`
}
