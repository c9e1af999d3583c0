import polyglotI18nProvider from 'ra-i18n-polyglot'
import type { TranslationMessages } from 'react-admin'
import { loadDirection } from '#admin/frame/rightToLeft.ts'
import { languages } from '#shared/entities/choices.ts'
import { en } from '#shared/text/en/index.ts'
import { loadMessages } from '#shared/text/index.ts'
import { directionOf, languageChoices } from '#shared/text/languages.ts'
import type { Messages } from '#shared/text/messages.ts'

// The framework asks for the words of all its pages; ours are those that the panel has.
const asFramework = (own: Messages) => own as unknown as TranslationMessages

/** A language with its words and, before anything is drawn in it, the styles of its direction. */
async function loaded(locale: string) {
  const [messages] = await Promise.all([loadMessages(locale), loadDirection(directionOf(locale))])
  return asFramework(messages)
}

/** Messages by language: English with the program, any other when it is chosen. */
export const i18nProvider = polyglotI18nProvider(
  (locale) => (locale === 'en' ? asFramework(en) : loaded(locale)),
  'en',
  languageChoices.map(({ code, name }) => ({ locale: code, name })),
  {
    allowMissing: true,
    // Two forms in every language, one and any other: sentences are written so that a number may stand alone.
    // In Latvian 21 and 31 are one, and 11 is not.
    pluralRules: {
      pluralTypes: {
        oneOther: (n: number) => (n === 1 ? 0 : 1),
        latvian: (n: number) => (n % 10 === 1 && n % 100 !== 11 ? 0 : 1),
      },
      pluralTypeToLanguages: { latvian: ['lv'], oneOther: languages.filter((each) => each !== 'lv') },
    },
  },
)

/** Loads the letters that a system may lack; they are fetched only when a page needs them. */
export function loadLetters(locale: string): void {
  if (locale === 'ar') {
    void import('@fontsource/noto-sans-arabic/arabic-400.css')
    void import('@fontsource/noto-sans-arabic/arabic-600.css')
  }
  if (locale === 'zh') {
    void import('@fontsource/noto-sans-sc/chinese-simplified-400.css')
    void import('@fontsource/noto-sans-sc/chinese-simplified-600.css')
  }
}
