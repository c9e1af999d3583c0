import { useCallback, useMemo } from 'react'
import { toneOf } from '#admin/entity/tone.ts'
import { type TextContext, textOf } from '#admin/entity/valueText.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords, type Words } from '#admin/language/words.ts'
import { type CellState, type ColumnContext, linkedColumn, selectColumn } from './columns.ts'
import { cellEditor } from './edit/editing.ts'
import { matches } from './filter/matches.ts'
import type { SheetRow } from './rows.ts'
import { type ListState, useListState } from './useListState.ts'
import { orderScale, placeIn } from './view/order.ts'

/** What the columns of a sheet draw by: words, zones, titles, the order, the selection, the edits. */
export function useColumnContext() {
  const words = useWords()
  const sites = useSites()
  const list = useListState()
  const { entity, sheet, preferences, order, filters, selectedIds, onToggleItem } = list
  const { titles } = sheet
  const textContextOf = useCallback(
    (row: SheetRow): TextContext => ({
      resource: entity.resource,
      words,
      locale: words.locale,
      zone: sites.zoneOf(row.siteId),
      currency: typeof row.currency === 'string' ? row.currency : sites.currencyOf(row.siteId),
      titleOf: titles.titleOf,
      idOf: titles.idOf,
    }),
    [entity, words, sites, titles],
  )
  const selection = useMemo(() => new Set(selectedIds.map(String)), [selectedIds])
  const enteredOf = ({ id }: SheetRow, name: string) => sheet.edits.refused.at(id, name)?.entered
  const labelOf = (name: string) => words.field(entity.resource, name)
  const context: ColumnContext = {
    entity,
    labelOf: (name) => (name === selectColumn ? words.t('sheet.select') : labelOf(name)),
    textOf: (column, value, row) => textOf(column, value, textContextOf(row)),
    zoneOf: (row) => textContextOf(row).zone,
    currencyOf: (row) => textContextOf(row).currency,
    locale: words.locale,
    order,
    rankLabel: (name) => {
      const { rank, direction = 'ASC' } = placeIn(order, name) ?? {}
      return words.t('order.rank', { rank, direction: words.t(`order.${orderScale(entity, name)}.${direction}`) })
    },
    rowTone: (row) => (preferences.colour ? toneOf(entity, preferences.colour, row) : 'plain'),
    isFiltered: (name) => filters.some((filter) => filter.name === name),
    menuLabel: (name) => words.t('sheet.columnMenu', { name: labelOf(name) }),
    isSelected: (id) => selection.has(id),
    toggle: onToggleItem,
    linked: linkedColumn(entity, preferences.shown)?.name ?? '',
    selectLabel: (row) => words.t('sheet.selectRow', { title: String(row[entity.title] ?? row.id) }),
    stateOf: (row, name) => stateOf(list, row, name, sites.zoneOf(row.siteId), words),
    enteredOf,
    editorOf: (column) =>
      cellEditor(column, {
        enteredOf,
        contextOf: textContextOf,
        label: labelOf(column.name),
        find: (resource, typed) => titles.find(resource, typed),
      }),
  }
  return { context, textContextOf }
}

function stateOf(
  { entity, sheet: { edits }, filterValues }: ListState,
  row: SheetRow,
  name: string,
  zone: string,
  { t }: Words,
): CellState | undefined {
  if (edits.pending.get(row.id)?.has(name)) return { name: 'pending' }
  const refused = edits.refused.at(row.id, name)
  if (refused) return { name: 'failed', why: refused.why }
  if (edits.changed.has(row.id) && !matches(entity, row, filterValues, zone))
    return { name: 'stale', why: t('sheet.stale') }
  return undefined
}
