import { formatMinor } from '#shared/rules/money.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { it } from './it.ts'
import { lv } from './lv.ts'
import type { Story } from './story.ts'
import { zh } from './zh.ts'

export type { Story }

/** Languages in which there are stories. */
export type StoryLanguage = 'en' | 'ar' | 'zh' | 'it' | 'lv'

/** Every story by the language it is told in. */
export const stories: Readonly<Record<StoryLanguage, readonly Story[]>> = { en, ar, zh, it, lv }

/** Whether a story can have happened in a department. */
export const isPossibleAt = ({ at }: Story, department: string): boolean => at?.includes(department) ?? true

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
  return `${plain} ${currency === 'KWD' ? dinars : riyals}`
}
