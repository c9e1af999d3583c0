import type { Notice } from '#shared/entities/notice.ts'
import type { Language } from '#shared/text/languages.ts'
import type { NoticeWords } from '#shared/text/noticeWords.ts'
import { noticeGaps } from './noticeGaps.ts'

/** A notice as far as its sentence says it. */
type SaidNotice = Pick<Notice, 'rule' | 'parameters' | 'urgency'>

/** How a notice is said to a person: their language with its words, and the zone of their clock. */
export interface NoticeReader {
  readonly language: Language
  readonly words: NoticeWords
  readonly timeZone: string
}

/** A mail about a notice: its subject is the sentence of the notice. */
export interface NoticeMail {
  readonly subject: string
  readonly text: string
}

/** The sentence of a notice in the language of its reader. */
export const noticeText = (notice: SaidNotice, { language, words, timeZone }: NoticeReader): string =>
  filled(words.sentences[notice.rule], noticeGaps(notice, language, timeZone))

/** The mail about a notice with the address of the record; it says nothing that the sentence does not say. */
export function noticeMailOf(notice: SaidNotice, reader: NoticeReader, url: string): NoticeMail {
  const { mail } = reader.words
  const sentence = noticeText(notice, reader)
  const subject = notice.urgency === 'urgent' ? filled(mail.urgent, { sentence }) : sentence
  return { subject, text: filled(mail.body, { sentence, url }) }
}

const filled = (sentence: string, gaps: Readonly<Record<string, string>>): string =>
  sentence.replace(/%\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap)
