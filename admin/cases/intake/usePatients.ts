import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import { useSettled } from '#admin/frame/useSettled.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { Patient } from '#shared/entities/patient.ts'
import { isSearchable } from '#shared/values/search.ts'

/** Patients found by a search, once enough was typed; `isCurrent` says that they are those of the text as it is now. */
export function usePatients(text: string, among: Readonly<Record<string, unknown>> = {}) {
  const provider = useDataProvider<RedressProvider>()
  const query = useSettled(text)
  const read = useQuery({
    queryKey: ['patients', 'search', query, among],
    queryFn: async ({ signal }) =>
      (await provider.page('patients', { filter: { ...Patient.offered, ...among, q: query }, limit: 8, signal })).rows,
    enabled: isSearchable(query),
  })
  return { ...read, isCurrent: query === text && isSearchable(text) && !read.isFetching }
}
