import { useMemo } from 'react'
import { useLocale, useTranslate } from 'react-admin'
import { directionOf } from '#shared/text/index.ts'

/** A declared name as a person would write it: `receivedAt` is "Received", `ownerId` "Owner". */
export function humanise(name: string): string {
  const words = name
    .replace(/(At|On|Id|Minor|Bp)$/, '')
    .replace(/Ids$/, 's')
    .replace(/^is(?=[A-Z])/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

type Translate = (key: string, options?: Record<string, unknown>) => string

/** The words of the product's nouns in the person's language; a new name reads as it is spelled until it is translated. */
export function wordsOf(t: Translate) {
  const first = (keys: string[], otherwise: string): string => {
    for (const key of keys) {
      const found = t(key, { _: '' })
      if (found !== '') return found
    }
    return otherwise
  }
  return {
    t,
    /** A resource in the singular (1) or plural. */
    resource: (name: string, count = 2) => t(`nouns.${name}`, { smart_count: count, _: humanise(name) }),
    field: (resource: string, name: string) =>
      first([`fieldsOf.${resource}.${name}`, `fields.${name}`], humanise(name)),
    value: (value: unknown) =>
      value === undefined || value === null ? '' : first([`values.${value}`], humanise(String(value))),
    action: (name: string) => first([`actions.${name}`], humanise(name)),
    /** Why something failed, as whoever refused it says. */
    failure: (error: unknown) => (error instanceof Error ? error.message : t('problems.other')),
    role: (name: string) => first([`roles.${name}`], humanise(name)),
  }
}

export type Words = ReturnType<typeof wordsOf>

/** The words in the language in use, with its direction. */
export function useWords(): Words & { locale: string; direction: 'ltr' | 'rtl' } {
  const translate = useTranslate()
  const locale = useLocale()
  return useMemo(() => ({ ...wordsOf(translate), locale, direction: directionOf(locale) }), [translate, locale])
}
