import Box from '@mui/material/Box'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useListContext, useNotify } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { type DeclaredField, matches, sortsOf } from '#admin/entity/declaredFields.ts'
import { type TextContext, textOf } from '#admin/entity/text.ts'
import { useMode } from '#admin/frame/ThemeFrame.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { type CellState, type ColumnContext, gridColumns, markColumn, type SheetRow } from './columns.ts'
import { copyText } from './edit/copy.ts'
import { cellEditor } from './edit/editing.ts'
import { parseCell } from './edit/parse.ts'
import { useKeys } from './edit/useKeys.ts'
import { type CellEdit, Grid } from './Grid.tsx'
import { Status } from './Status.tsx'
import type { LiveSheet } from './useSheet.ts'
import type { SheetPreferences } from './view/preferences.ts'

const ConflictDialog = lazy(() => import('./edit/ConflictDialog.tsx').then((all) => ({ default: all.ConflictDialog })))
const Help = lazy(() => import('./edit/Help.tsx').then((all) => ({ default: all.Help })))
const RowHistory = lazy(() => import('./edit/RowHistory.tsx').then((all) => ({ default: all.RowHistory })))

interface SheetProps {
  readonly entity: Entity
  readonly sheet: LiveSheet
  readonly kept: SheetPreferences
}

/** A list as a sheet: edited in place, pasted into, filled, undone. It stands in react-admin's list context. */
export function Sheet({ entity, sheet, kept }: SheetProps) {
  const words = useWords()
  const sites = useSites()
  const notify = useNotify()
  const navigate = useNavigate()
  const [mode] = useMode()
  const { sort, setSort, filterValues, selectedIds, onToggleItem } = useListContext()
  const { ledger, titles, rows, stamp, pager } = sheet
  const grid = useRef<HTMLRevoGridElement>(null)
  const [help, setHelp] = useState(false)
  const [historyOf, setHistoryOf] = useState<SheetRow>()

  const readingOf = useCallback(
    (row: SheetRow): TextContext => ({
      words,
      locale: words.locale,
      zone: sites.zoneOf(row.siteId),
      currency: typeof row.currency === 'string' ? row.currency : sites.currencyOf(row.siteId),
      titleOf: titles.titleOf,
    }),
    [words, sites, titles],
  )
  const marked = useMemo(() => new Set(selectedIds.map(String)), [selectedIds])
  const drawing: ColumnContext = {
    entity,
    labelOf: (name) => (name === markColumn ? words.t('sheet.select') : words.field(entity.resource, name)),
    textOf: (field, value, row) => textOf(field, value, readingOf(row)),
    zoneOf: (row) => readingOf(row).zone,
    currencyOf: (row) => readingOf(row).currency,
    locale: words.locale,
    sort,
    sortable: sortsOf(entity, filterValues),
    isMarked: (id) => marked.has(id),
    mark: onToggleItem,
    linked: kept.shown.some(({ name }) => name === entity.title) ? entity.title : (kept.shown[0]?.name ?? ''),
    markLabel: (row) => words.t('sheet.selectRow', { title: String(row[entity.title] ?? row.id) }),
    stateOf: (row, name) => stateOf(sheet, row, name, filterValues, words.t),
    editorOf: (column) =>
      cellEditor(column, {
        readingOf,
        label: words.field(entity.resource, column.name),
        find: (resource, typed) => titles.find(resource, typed),
      }),
  }
  const latest = useRef(drawing)
  latest.current = drawing
  const { shown, sizes } = kept
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns are made anew for their names and language only; the rest is read while drawing
  const columns = useMemo(
    () => gridColumns(shown, sizes, () => latest.current),
    [shown.map(({ name }) => name).join(), entity, words],
  )
  // In RTL the grid counts its columns from the other end.
  const counted = useMemo(
    () => (words.direction === 'rtl' ? columns.toReversed() : columns),
    [columns, words.direction],
  )
  const byName = useMemo(() => new Map(shown.map((column) => [column.name, column])), [shown])

  const enter = (cells: readonly CellEdit[]) => {
    const taken: { id: string; field: string; after: unknown }[] = []
    const refused: string[] = []
    for (const { row, name, entered } of cells) {
      const column = byName.get(name)
      if (!column?.isEditable) continue
      const { zone, currency } = readingOf(row)
      const parsed = parseCell(column.field, entered, { words, zone, currency, idOf: titles.idOf })
      if ('value' in parsed) taken.push({ id: row.id, field: name, after: parsed.value })
      else refused.push(`${words.field(entity.resource, name)}: ${parsed.problem}`)
    }
    if (refused.length > 0)
      notify(words.t('sheet.refusedSome', { smart_count: refused.length, reason: refused[0] }), { type: 'warning' })
    void ledger.edit(taken).then(() => titles.need(shown, rows))
  }
  const copy = ({ x, x1, y, y1 }: { x: number; x1: number; y: number; y1: number }) =>
    rows.slice(y, y1 + 1).map((row) =>
      counted.slice(x, x1 + 1).map(({ prop }) => {
        const column = byName.get(String(prop))
        return column ? copyText(column.field, row[column.name], readingOf(row)) : ''
      }),
    )
  const chooseSort = (field: string) => {
    if (!sortsOf(entity, filterValues).includes(field)) return
    setSort({ field, order: sort.field === field && sort.order === 'DESC' ? 'ASC' : 'DESC' })
  }
  const atFocus = async () => {
    const focused = await grid.current?.getFocused()
    return focused?.cell ? rows[focused.cell.y] : undefined
  }
  useKeys({
    grid,
    undo: () => void ledger.undo(),
    redo: () => void ledger.redo(),
    help: () => setHelp(true),
    fill: (range) => enter(filled(range, rows, counted, byName)),
    open: async () => {
      const row = await atFocus()
      if (row) navigate(`/${entity.resource}/${encodeURIComponent(row.id)}/show`)
    },
    mark: async () => {
      const row = await atFocus()
      if (row) onToggleItem(row.id)
    },
    history: async () => setHistoryOf(await atFocus()),
  })
  useEffect(() => {
    if (ledger.notice !== 'undoBlocked') return
    ledger.notice = undefined
    notify(words.t('sheet.undoBlocked'), { type: 'warning' })
  })

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}>
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <Grid
          grid={grid}
          label={words.t('sheet.label', { name: words.resource(entity.resource) })}
          rows={rows}
          columns={columns}
          stamp={stamp + marked.size}
          isRtl={words.direction === 'rtl'}
          isDark={mode === 'dark'}
          enter={enter}
          copy={copy}
          sort={chooseSort}
          resize={kept.resize}
          arrange={kept.arrange}
          nearEnd={() => pager?.more()}
        />
      </Box>
      <Status entity={entity} sheet={sheet} help={() => setHelp(true)} />
      <Suspense>
        {ledger.conflicts.length > 0 && <ConflictDialog entity={entity} ledger={ledger} readingOf={readingOf} />}
        {help && <Help close={() => setHelp(false)} />}
        {historyOf && <RowHistory entity={entity} row={historyOf} close={() => setHistoryOf(undefined)} />}
      </Suspense>
    </Box>
  )
}

function stateOf(
  { ledger }: LiveSheet,
  row: SheetRow,
  name: string,
  filter: Record<string, unknown>,
  t: (key: string) => string,
): CellState | undefined {
  if (ledger.pending.get(row.id)?.has(name)) return { name: 'pending' }
  const failure = ledger.failures.get(row.id)
  if (failure?.changes.some(({ field }) => field === name))
    return { name: 'failed', why: failure.errors[name] ?? failure.message }
  if (ledger.changed.has(row.id) && !matches(row, filter)) return { name: 'stale', why: t('sheet.stale') }
  return undefined
}

/** The first row of a range, for all rows below it. */
function filled(
  { x, x1, y, y1 }: { x: number; x1: number; y: number; y1: number },
  rows: readonly SheetRow[],
  columns: readonly { prop: string | number }[],
  byName: ReadonlyMap<string, DeclaredField>,
): CellEdit[] {
  const first = rows[y]
  if (!first) return []
  const names = columns.slice(x, x1 + 1).map(({ prop }) => String(prop))
  return rows
    .slice(y + 1, y1 + 1)
    .flatMap((row) =>
      names.filter((name) => byName.has(name)).map((name) => ({ row, name, entered: first[name] ?? null })),
    )
}
