import { createContext, useContext } from 'react'
import { nameFacts, type Term } from '#shared/entities/term.ts'

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

type TermRow = Pick<
  Term,
  'list' | 'code' | 'name' | (typeof nameFacts)[keyof typeof nameFacts] | 'position' | 'isActive'
>

/** What a term is called in a language; its first name where it has none there. */
export function termName(term: TermRow, locale: string): string {
  const fact = locale in nameFacts ? nameFacts[locale as keyof typeof nameFacts] : 'name'
  return term[fact] ?? term.name ?? term.code
}

/** Terms by list, each list in its order, with the names that a language shows. */
export function termsByList(rows: readonly TermRow[], locale: string): TermsByList {
  const named = rows.map(({ position = 0, isActive = true, ...row }) => ({
    list: row.list,
    position,
    term: { code: row.code, name: termName(row, locale), isActive },
  }))
  named.sort((a, b) => a.position - b.position || a.term.name.localeCompare(b.term.name, locale))
  const lists: Partial<Record<string, TermChoice[]>> = {}
  for (const { list, term } of named) lists[list] = [...(lists[list] ?? []), term]
  return lists
}
