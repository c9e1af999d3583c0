import polyglotI18nProvider from 'ra-i18n-polyglot'
import { en } from '#shared/text/en.ts'
import { loadMessages, panelLanguages } from '#shared/text/index.ts'

/** Messages by language: English with the program, any other when it is chosen. */
export const i18nProvider = polyglotI18nProvider(
  (locale) => (locale === 'en' ? en : loadMessages(locale)),
  'en',
  panelLanguages.map(({ code, name }) => ({ locale: code, name })),
  { allowMissing: true },
)

/** Loads the letters that a system may lack; they are fetched only when a page needs them. */
export function loadLetters(locale: string): void {
  if (locale !== 'ar') return
  void import('@fontsource/noto-sans-arabic/arabic-400.css')
  void import('@fontsource/noto-sans-arabic/arabic-600.css')
}
