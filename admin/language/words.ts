import { useMemo } from 'react'
import { useLocale, useTranslate } from 'react-admin'
import { directionOf } from '#shared/text/languages.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { type TermsByList, useTerms } from './terms.ts'

/** A declared name as a person would write it: `receivedAt` is "Received", `ownerId` "Owner". */
export function humanise(name: string): string {
  const spaced = name
    .replace(/(At|On|Id|Minor|Bp)$/, '')
    .replace(/Ids$/, 's')
    .replace(/^is(?=[A-Z])/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

type Translate = (key: string, options?: Record<string, unknown>) => string

/** A label as it stands within a sentence: without its capital, which abbreviations keep. */
export const inSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

/** The words of the product's nouns in the person's language; a new name reads as it is spelled until it is translated. */
export function wordsOf(t: Translate, terms: TermsByList = {}) {
  const named = (key: string, name: string): string => t(key, { _: humanise(name) })
  /** A resource in the singular (1) or plural. */
  const resource = (name: string, count = 2) => t(`resources.${name}.name`, { smart_count: count, _: humanise(name) })
  return {
    t,
    resource,
    /** The same within a sentence: "new contract". */
    noun: (name: string, count = 1) => inSentence(resource(name, count)),
    /** The label of a field, a fact or an entry of either, by the last name of its path. */
    field: (resource: string, path: string) => {
      const name = path.slice(path.lastIndexOf('.') + 1)
      return named(`resources.${resource}.fields.${name}`, name)
    },
    /** A choice or state of a field; yes or no for a truth value. */
    value: (resource: string, field: string, value: unknown) => {
      if (value === undefined || value === null) return ''
      const name = String(value)
      if (name === 'true' || name === 'false') return t(`ra.boolean.${name}`)
      return named(`resources.${resource}.values.${field}.${name}`, name)
    },
    /** The name of a term by its code; the code itself until the terms are read. */
    term: (list: string, code: string) => terms[list]?.find((each) => each.code === code)?.name ?? code,
    /** The terms of a list in their order. */
    terms: (list: string) => terms[list] ?? [],
    /** A name or a number as it is, or the word for what was erased. */
    shown: (value: unknown) => (isErasedText(value) ? t('patient.erasedText') : String(value ?? '')),
    action: (resource: string, name: string) => named(`resources.${resource}.actions.${name}.label`, name),
    /** Why somebody takes a step; empty where its name says it. */
    why: (resource: string, name: string) => t(`resources.${resource}.actions.${name}.why`, { _: '' }),
    /** Why something failed, as whoever refused it says. */
    failure: (error: unknown) => (error instanceof Error ? error.message : t('problems.other')),
  }
}

export type Words = ReturnType<typeof wordsOf>

/** The words in the language in use, with its direction. */
export function useWords(): Words & { locale: string; direction: 'ltr' | 'rtl' } {
  const translate = useTranslate()
  const locale = useLocale()
  const terms = useTerms()
  return useMemo(
    () => ({ ...wordsOf(translate, terms), locale, direction: directionOf(locale) }),
    [translate, terms, locale],
  )
}
