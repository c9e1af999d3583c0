import { useMemo } from 'react'
import { useRecordSelection } from 'react-admin'
import { columnsOf } from '#admin/entity/declaredFields.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { columnFilters, filterOf } from './filter/comparisons.ts'
import { isRead } from './rows.ts'
import type { ListState } from './useListState.ts'
import { useSheet } from './useSheet.ts'
import { usePreferences } from './view/preferences.ts'
import type { ListView } from './view/useListParameters.ts'
import type { SavedViews } from './view/useViews.ts'

const nothing = () => {}

/** Opens a list: reads its rows as the address says, and makes of them what the components of the list need. */
export function useOpenList(
  entity: Entity,
  me: Me,
  view: ListView,
  views: SavedViews,
  editFilter: ListState['editFilter'],
): ListState {
  const { parameters, dropped, forgetDropped, change } = view
  const { filter } = parameters
  const columns = useMemo(() => columnsOf(entity, me), [entity, me])
  const preferences = usePreferences(entity, columns, { layout: parameters.layout, change })
  const sheet = useSheet(entity, parameters, preferences.shown)
  const [selectedIds, selection] = useRecordSelection({ resource: entity.resource })
  const { pager, rows, refresh } = sheet
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that is read is written into the same rows
  const data = useMemo(() => rows.filter(isRead), [rows, pager?.reads])
  const order = parameters.order.length > 0 ? parameters.order : entity.order
  const [[field, direction] = ['id', 'ASC'] as const] = order
  return {
    entity,
    me,
    columns,
    sheet,
    preferences,
    views,
    parameters,
    order,
    group: parameters.group,
    dropped,
    forgetDropped,
    change,
    editFilter,
    filters: useMemo(() => columnFilters(entity, filter), [entity, filter]),
    filterBy: (filters) => change({ filter: filterOf(filters, filter.q) }),
    resource: entity.resource,
    data,
    total: pager?.total ?? 0,
    error: null,
    isPending: false,
    isFetching: pager?.state === 'reading',
    sort: { field, order: direction },
    setSort: (sort) => change({ order: [[sort.field, sort.order]] }),
    filterValues: filter,
    setFilters: (next) => change({ filter: next }),
    displayedFilters: {},
    showFilter: nothing,
    hideFilter: nothing,
    selectedIds,
    onSelect: selection.select,
    onSelectAll: () => selection.select(data.map(({ id }) => id)),
    onToggleItem: selection.toggle,
    onUnselectItems: () => selection.unselect(selectedIds),
    page: 1,
    perPage: rows.length,
    setPage: nothing,
    setPerPage: nothing,
    refetch: refresh,
  }
}
