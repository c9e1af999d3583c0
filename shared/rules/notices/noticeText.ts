import { notices as ar } from '#shared/entities/notice.ar.ts'
import { notices as en } from '#shared/entities/notice.en.ts'
import type { Notice } from '#shared/entities/notice.ts'
import { noticeMail as mailAr } from '#shared/text/ar/noticeMail.ts'
import { noticeMail as mailEn } from '#shared/text/en/noticeMail.ts'
import type { panelLanguages } from '#shared/text/languages.ts'
import { noticeGaps } from './noticeGaps.ts'

/** A language the panel speaks. */
type PanelLanguage = (typeof panelLanguages)[number]['code']

const words: Readonly<Record<PanelLanguage, { readonly notices: typeof en; readonly mail: typeof mailEn }>> = {
  en: { notices: en, mail: mailEn },
  ar: { notices: ar, mail: mailAr },
}

/** A notice as far as its sentence says it. */
type SaidNotice = Pick<Notice, 'rule' | 'parameters' | 'urgency'>

/** A mail about a notice: its subject is the sentence of the notice. */
export interface NoticeMail {
  readonly subject: string
  readonly text: string
}

/** The language a person is told in: their own where the panel speaks it, else English. */
export const noticeLanguage = (language: string | undefined): PanelLanguage => (language === 'ar' ? 'ar' : 'en')

/** The sentence of a notice in a language of the panel. */
export function noticeText(notice: SaidNotice, language: PanelLanguage, timeZone: string): string {
  return filled(words[language].notices.values.rule[notice.rule], noticeGaps(notice, language, timeZone))
}

/** The mail about a notice with the address of the record; it says nothing that the sentence does not say. */
export function noticeMailOf(notice: SaidNotice, language: PanelLanguage, timeZone: string, url: string): NoticeMail {
  const { mail } = words[language]
  const sentence = noticeText(notice, language, timeZone)
  const subject = notice.urgency === 'urgent' ? filled(mail.urgent, { sentence }) : sentence
  return { subject, text: filled(mail.body, { sentence, url }) }
}

const filled = (sentence: string, gaps: Readonly<Record<string, string>>): string =>
  sentence.replace(/%\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap)
