import { createContext, useContext } from 'react'
import type { Term } from '#shared/entities/term.ts'

/** A term as lists of choices show it, in the person's language. */
export interface TermChoice {
  readonly code: string
  readonly name: string
  readonly isActive: boolean
}

/** The terms of each list in its order; none until they are read. */
export type TermsByList = Readonly<Partial<Record<string, readonly TermChoice[]>>>

/** The terms by list, as `Terms` has read them. */
export const TermsContext = createContext<TermsByList>({})

/** The terms by list. */
export const useTerms = (): TermsByList => useContext(TermsContext)

type TermRow = Pick<Term, 'list' | 'code' | 'name' | 'nameAr' | 'position' | 'isActive'>

/** Terms by list, each list in its order, with the names that a language shows. */
export function termsByList(rows: readonly TermRow[], locale: string): TermsByList {
  const named = rows.map(({ list, code, name, nameAr, position = 0, isActive = true }) => ({
    list,
    position,
    term: { code, name: (locale === 'ar' ? nameAr : undefined) ?? name ?? code, isActive },
  }))
  named.sort((a, b) => a.position - b.position || a.term.name.localeCompare(b.term.name, locale))
  const lists: Partial<Record<string, TermChoice[]>> = {}
  for (const { list, term } of named) lists[list] = [...(lists[list] ?? []), term]
  return lists
}
