import { useMemo } from 'react'
import { type ListControllerResult, useListParams, useRecordSelection } from 'react-admin'
import { columnsOf, firstSort, sortsOf } from '#admin/entity/declared.ts'
import type { Me } from '#admin/provider/contract.ts'
import { usePreferences } from '#admin/sheet/preferences.ts'
import { useSheet } from '#admin/sheet/useSheet.ts'
import type { Entity } from '#shared/entity.ts'

/** A list as react-admin knows it, over the live sheet: filters and order stand in the address, rows come by cursor. */
export function useListing(of: Entity, me: Me) {
  const initial = useMemo(() => firstSort(of), [of])
  const [params, modifiers] = useListParams({ resource: of.resource, sort: initial, perPage: 100, debounce: 0 })
  const [selectedIds, selection] = useRecordSelection({ resource: of.resource })
  const filter = { ...params.filterValues } as Record<string, unknown>
  const sort =
    params.sort && sortsOf(of, filter).includes(params.sort)
      ? { field: params.sort, order: params.order === 'ASC' ? ('ASC' as const) : ('DESC' as const) }
      : firstSort(of, filter)
  const columns = useMemo(() => columnsOf(of, me), [of, me])
  const kept = usePreferences(of, columns)
  const sheet = useSheet(of, { filter, sort }, kept.shown)
  const { pager, rows, refresh } = sheet
  const context: ListControllerResult = {
    resource: of.resource,
    sort,
    data: [...rows],
    total: pager?.total ?? rows.length,
    error: null,
    isFetching: pager?.state === 'reading',
    isLoading: false,
    isPending: false,
    filter: {},
    filterValues: filter,
    displayedFilters: params.displayedFilters,
    selectedIds,
    onSelect: selection.select,
    onSelectAll: () => selection.select(rows.map(({ id }) => id)),
    onToggleItem: selection.toggle,
    onUnselectItems: () => selection.unselect(selectedIds),
    setFilters: modifiers.setFilters,
    hideFilter: modifiers.hideFilter,
    showFilter: modifiers.showFilter,
    setSort: modifiers.setSort,
    page: 1,
    perPage: 100,
    setPage: modifiers.setPage,
    setPerPage: modifiers.setPerPage,
    refetch: refresh,
    hasNextPage: pager?.state !== 'end',
    hasPreviousPage: false,
  }
  return { context, sheet, kept }
}
