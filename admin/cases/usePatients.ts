import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import { useSettled } from '#admin/frame/useSettled.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { Patient } from '#shared/entities/patient.ts'
import { isSearchable } from '#shared/values/search.ts'

/** Patients found by a search, once enough was typed. */
export function usePatients(q: string) {
  const provider = useDataProvider<RedressProvider>()
  const query = useSettled(q)
  return useQuery({
    queryKey: ['patients', 'search', query],
    queryFn: async ({ signal }) =>
      (await provider.page('patients', { filter: { ...Patient.offered, q: query }, limit: 8, signal })).rows,
    enabled: isSearchable(query),
  })
}
