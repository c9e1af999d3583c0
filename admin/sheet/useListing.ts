import { useMemo } from 'react'
import type { ListControllerResult } from 'react-admin'
import { columnsOf, sortsOf } from '#admin/entity/declaredFields.ts'
import type { ListParameters } from '#admin/entity/useListParameters.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { useSheet } from './useSheet.ts'
import { usePreferences } from './view/preferences.ts'

/** React-admin's list context over a sheet, whose rows come by cursor. */
export function useListing(
  entity: Entity,
  me: Me,
  { filter, sort, displayedFilters, modifiers, selectedIds, selection }: ListParameters,
) {
  const columns = useMemo(() => columnsOf(entity, me), [entity, me])
  // Without a view for these filters the server would only refuse.
  const isAnswerable = filter.q !== undefined || sortsOf(entity, filter).length > 0
  const preferences = usePreferences(entity, columns)
  const sheet = useSheet(entity, isAnswerable ? { filter, sort } : undefined, preferences.shown)
  const { pager, rows, refresh } = sheet
  const context: ListControllerResult = {
    resource: entity.resource,
    sort,
    data: [...rows],
    total: pager?.total ?? rows.length,
    error: null,
    isFetching: pager?.state === 'reading',
    isLoading: false,
    isPending: false,
    filter: {},
    filterValues: filter,
    displayedFilters,
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
  return { context, sheet, preferences, isAnswerable }
}
