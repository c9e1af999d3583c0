import { useMemo } from 'react'
import { useListParams, useRecordSelection } from 'react-admin'
import type { Entity } from '#shared/declaration/entity.ts'
import { firstSort, sortsOf } from './declaredFields.ts'

/** What a list shows, as the address says: its filters, an order that a view answers; and the rows selected. */
export function useListParameters(entity: Entity) {
  const initial = useMemo(() => firstSort(entity), [entity])
  const [params, modifiers] = useListParams({ resource: entity.resource, sort: initial, perPage: 100, debounce: 0 })
  const [selectedIds, selection] = useRecordSelection({ resource: entity.resource })
  const filter = { ...params.filterValues } as Record<string, unknown>
  const isAnswered = params.sort !== undefined && sortsOf(entity, filter).includes(params.sort)
  const order = params.order === 'ASC' ? ('ASC' as const) : ('DESC' as const)
  const sort = isAnswered ? { field: params.sort, order } : firstSort(entity, filter)
  return { filter, sort, displayedFilters: params.displayedFilters, modifiers, selectedIds, selection }
}

export type ListParameters = ReturnType<typeof useListParameters>
