import type { notices } from '#shared/entities/notice.en.ts'
import type { Language } from './languages.ts'

/** The sentences of notices by their rule, and what a mail says around one. */
export interface NoticeWords {
  readonly sentences: Readonly<Record<keyof typeof notices.values.rule, string>>
  readonly mail: { readonly urgent: string; readonly body: string }
}

/** The notices and the mail around them, as the files of a language export them. */
type NoticeFiles = readonly [
  { readonly notices: { readonly values: { readonly rule: NoticeWords['sentences'] } } },
  { readonly noticeMail: NoticeWords['mail'] },
]

const files: Readonly<Record<Language, () => Promise<NoticeFiles>>> = {
  en: () => Promise.all([import('#shared/entities/notice.en.ts'), import('./en/noticeMail.ts')]),
  ar: () => Promise.all([import('#shared/entities/notice.ar.ts'), import('./ar/noticeMail.ts')]),
  zh: () => Promise.all([import('#shared/entities/notice.zh.ts'), import('./zh/noticeMail.ts')]),
  it: () => Promise.all([import('#shared/entities/notice.it.ts'), import('./it/noticeMail.ts')]),
  lv: () => Promise.all([import('#shared/entities/notice.lv.ts'), import('./lv/noticeMail.ts')]),
}

/** The words of notices in a language; a function that mails them reads no other. */
export async function loadNoticeWords(language: Language): Promise<NoticeWords> {
  const [{ notices }, { noticeMail }] = await files[language]()
  return { sentences: notices.values.rule, mail: noticeMail }
}
