import { useCallback, useMemo } from 'react'
import { useListContext } from 'react-admin'
import { matches, sortsOf } from '#admin/entity/declaredFields.ts'
import { type TextContext, textOf } from '#admin/entity/valueText.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords, type Words } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { type CellState, type ColumnContext, linkedColumn, type SheetRow, selectColumn } from './columns.ts'
import { cellEditor } from './edit/editing.ts'
import type { LiveSheet } from './useSheet.ts'
import type { SheetPreferences } from './view/preferences.ts'

/** What the columns of a sheet draw by: words, zones, titles, the order, the selection, the edits. */
export function useColumnContext(entity: Entity, sheet: LiveSheet, { shown }: SheetPreferences) {
  const words = useWords()
  const sites = useSites()
  const { sort, filterValues, selectedIds, onToggleItem } = useListContext()
  const { titles } = sheet
  const textContextOf = useCallback(
    (row: SheetRow): TextContext => ({
      resource: entity.resource,
      words,
      locale: words.locale,
      zone: sites.zoneOf(row.siteId),
      currency: typeof row.currency === 'string' ? row.currency : sites.currencyOf(row.siteId),
      titleOf: titles.titleOf,
    }),
    [entity, words, sites, titles],
  )
  const selection = useMemo(() => new Set(selectedIds.map(String)), [selectedIds])
  const labelOf = (name: string) => words.field(entity.resource, name)
  const context: ColumnContext = {
    entity,
    labelOf: (name) => (name === selectColumn ? words.t('sheet.select') : labelOf(name)),
    textOf: (column, value, row) => textOf(column, value, textContextOf(row)),
    zoneOf: (row) => textContextOf(row).zone,
    currencyOf: (row) => textContextOf(row).currency,
    locale: words.locale,
    sort,
    sortable: sortsOf(entity, filterValues),
    isSelected: (id) => selection.has(id),
    toggle: onToggleItem,
    linked: linkedColumn(entity, shown)?.name ?? '',
    selectLabel: (row) => words.t('sheet.selectRow', { title: String(row[entity.title] ?? row.id) }),
    stateOf: (row, name) => stateOf(sheet, row, name, filterValues, words),
    editorOf: (column) =>
      cellEditor(column, {
        contextOf: textContextOf,
        label: labelOf(column.name),
        find: (resource, typed) => titles.find(resource, typed),
      }),
  }
  return { context, textContextOf }
}

function stateOf(
  { edits }: LiveSheet,
  row: SheetRow,
  name: string,
  filter: Record<string, unknown>,
  { t }: Words,
): CellState | undefined {
  if (edits.pending.get(row.id)?.has(name)) return { name: 'pending' }
  const failure = edits.failures.get(row.id)
  if (failure?.changes.some(({ field }) => field === name))
    return { name: 'failed', why: failure.errors[name] ?? failure.message }
  if (edits.changed.has(row.id) && !matches(row, filter)) return { name: 'stale', why: t('sheet.stale') }
  return undefined
}
