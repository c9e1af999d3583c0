import { nameFacts, type Term } from '#shared/entities/term.ts'
import type { Rules } from '#shared/rules/decision.ts'

const namesByFact = (names: NonNullable<Term['names']>) =>
  Object.fromEntries(Object.entries(nameFacts).map(([language, fact]) => [fact, names[language] || undefined]))

/** What follows from a term whenever it is written: it is used unless it was switched off, and lists show its names. */
export const termRules: Rules = {
  derivation: {
    derive: (record) => {
      const { names = {}, code, isActive = true, position = 0 }: Partial<Term> = record
      const first = Object.values(names).find((name) => name !== '')
      return { isActive, position, name: names.en || first || code, ...namesByFact(names) }
    },
  },
  actions: {},
}
