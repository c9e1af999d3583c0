import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useDataProvider } from 'react-admin'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { pageLimits } from '#shared/api/pageLimits.ts'
import type { Entity, RecordBase } from '#shared/declaration/entity.ts'
import type { View } from '#shared/entities/view.ts'
import { offeredViews } from './views.ts'

/** The saved views of a list, and how they are read again after one was changed. */
export interface SavedViews {
  readonly views: readonly View[] | undefined
  readonly readAgain: () => Promise<void>
}

/** The saved views of a list that a person is offered; undefined while they are read, none where that fails. */
export function useViews(entity: Entity, me: Me): SavedViews {
  const provider = useDataProvider<RedressProvider>()
  const { data, isError, refetch } = useQuery({
    queryKey: ['views', 'of', entity.resource],
    queryFn: ({ signal }) =>
      provider.page('views', { filter: { list: entity.resource }, limit: pageLimits.rows, signal }),
  })
  const views = useMemo(() => {
    if (data) return offeredViews(data.rows as RecordBase[] as View[], me)
    return isError ? [] : undefined
  }, [data, isError, me])
  return { views, readAgain: async () => void (await refetch()) }
}
