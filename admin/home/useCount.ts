import { useQuery } from '@tanstack/react-query'
import { type SortPayload, useDataProvider } from 'react-admin'
import type { RedressProvider } from '#admin/provider/contract.ts'

/** How many records a filter finds, and the first of them; the count costs as little as a page of `rows` rows. */
export function useCount(resource: string, filter: Record<string, unknown>, sort?: SortPayload, rows = 1) {
  const provider = useDataProvider<RedressProvider>()
  return useQuery({
    queryKey: [resource, 'count', filter, sort, rows],
    queryFn: ({ signal }) => provider.page(resource, { filter, sort, limit: rows, signal }),
    refetchInterval: 60_000,
  })
}

/** The address of a list with a filter and an order. */
export function listAddress(resource: string, filter: Record<string, unknown>, sort?: SortPayload): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), page: '1', perPage: '100' })
  if (sort) {
    query.set('sort', sort.field)
    query.set('order', sort.order)
  }
  return `/${resource}?${query}`
}
