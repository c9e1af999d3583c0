import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { RedressProvider } from '#admin/provider/contract.ts'

/** Patients found by a search, once two letters or digits are there. */
export function usePatients(q: string) {
  const provider = useDataProvider<RedressProvider>()
  const [asked, setAsked] = useState(q)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(q), 200)
    return () => clearTimeout(timer)
  }, [q])
  return useQuery({
    queryKey: ['patients', 'search', asked],
    queryFn: async ({ signal }) => (await provider.page('patients', { filter: { q: asked }, limit: 8, signal })).rows,
    enabled: asked.length > 1,
  })
}
