import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useDataProvider, useLocale } from 'react-admin'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { Term } from '#shared/entities/term.ts'
import { TermsContext, termsByList } from './terms.ts'

/** Most rows of one answer of the API. */
const pageRows = 200

/** Every term of the hospital, active or not; they are few, and read again after five minutes or when they change. */
export function useTermRows(staleTime = 300_000) {
  const provider = useDataProvider<RedressProvider>()
  return useQuery({
    queryKey: ['terms', 'every'],
    staleTime,
    queryFn: async ({ signal }) => {
      const rows: Term[] = []
      for (let cursor: string | undefined; ; ) {
        const page = await provider.page('terms', { filter: {}, limit: pageRows, signal, ...(cursor && { cursor }) })
        rows.push(...(page.rows as unknown as Term[]))
        cursor = page.cursor
        if (!cursor) return rows
      }
    },
  })
}

/** Reads the terms once; their names stand on every page. */
export function Terms({ children }: { children: ReactNode }) {
  const { data } = useTermRows()
  const locale = useLocale()
  const terms = useMemo(() => termsByList(data ?? [], locale), [data, locale])
  return <TermsContext.Provider value={terms}>{children}</TermsContext.Provider>
}
