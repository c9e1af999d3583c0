import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { Order } from '#shared/declaration/entity.ts'

/** How many records a filter finds, and the first `rows` of them. */
export function useCount(resource: string, filter: Record<string, unknown>, order?: Order, rows = 1) {
  const provider = useDataProvider<RedressProvider>()
  return useQuery({
    queryKey: [resource, 'count', filter, order, rows],
    queryFn: ({ signal }) => provider.page(resource, { filter, order, limit: rows, signal }),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
}
