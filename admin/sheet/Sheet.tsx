import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useListContext, useNotify } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { useMode } from '#admin/frame/ThemeFrame.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { gridColumns, type SheetRow } from './columns.ts'
import { type CellEdit, copyCells, fillDown } from './edit/cells.ts'
import { useKeys } from './edit/useKeys.ts'
import { Grid } from './Grid.tsx'
import { Status } from './Status.tsx'
import { useColumnContext } from './useColumnContext.ts'
import { useColumnWidths } from './useColumnWidths.ts'
import type { LiveSheet } from './useSheet.ts'
import type { SheetPreferences } from './view/preferences.ts'

const ConflictDialog = lazy(() => import('./edit/ConflictDialog.tsx').then((all) => ({ default: all.ConflictDialog })))
const Help = lazy(() => import('./edit/Help.tsx').then((all) => ({ default: all.Help })))
const RowHistory = lazy(() => import('./edit/RowHistory.tsx').then((all) => ({ default: all.RowHistory })))
/** Reading entered values is loaded after the sheet is on screen. */
const loadReader = () => import('./edit/parse.ts')

interface SheetProps {
  readonly entity: Entity
  readonly sheet: LiveSheet
  readonly preferences: SheetPreferences
}

/** A list as a spreadsheet: edited in place, pasted into, filled, undone. It reads react-admin's list context. */
export function Sheet({ entity, sheet, preferences }: SheetProps) {
  const words = useWords()
  const notify = useNotify()
  const navigate = useNavigate()
  const [mode] = useMode()
  const { setSort, selectedIds, onToggleItem } = useListContext()
  const { edits, titles, rows, stamp, pager } = sheet
  const { shown, sizes: own } = preferences
  const grid = useRef<HTMLRevoGridElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [isHelp, setHelp] = useState(false)
  const [historyRow, setHistoryRow] = useState<SheetRow>()
  const { context, textContextOf } = useColumnContext(entity, sheet, preferences)
  const latest = useRef(context)
  latest.current = context
  const isRtl = words.direction === 'rtl'
  const widths = useColumnWidths({ frame, columns: shown, rows, titleCount: titles.count, own, context })
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns are rebuilt for other names, widths or words only; the rest is read while drawing
  const columns = useMemo(
    () => gridColumns(shown, widths, () => latest.current),
    [shown.map(({ name }) => name).join(), widths, entity, words],
  )
  const columnOf = (name: string) => shown.find((column) => column.name === name)
  // In RTL the grid counts its columns from the other end.
  const columnAt = (index: number) => columnOf(String(columns[isRtl ? columns.length - 1 - index : index]?.prop))

  const save = async (cells: readonly CellEdit[]) => {
    const { readCells } = await loadReader()
    const { values, refusals } = readCells(cells, columnOf, (row) => ({ ...textContextOf(row), idOf: titles.idOf }))
    const [first] = refusals
    if (first) {
      const reason = `${words.field(entity.resource, first.name)}: ${first.problem}`
      notify(words.t('sheet.refusedSome', { smart_count: refusals.length, reason }), { type: 'warning' })
    }
    await edits.apply(values)
    await titles.need(shown, rows)
  }
  const enter = (cells: readonly CellEdit[]) =>
    void save(cells).catch((error: unknown) => notify(words.failure(error), { type: 'error' }))
  const sortBy = (field: string) => {
    const { sort, sortable } = context
    if (!sortable.includes(field)) return
    setSort({ field, order: sort.field === field && sort.order === 'DESC' ? 'ASC' : 'DESC' })
  }
  const withFocusedRow = (act: (row: SheetRow) => void) => async () => {
    const focused = await grid.current?.getFocused()
    const row = focused?.cell && rows[focused.cell.y]
    if (row) act(row)
  }
  useKeys({
    grid,
    undo: () => void edits.undo(),
    redo: () => void edits.redo(),
    help: () => setHelp(true),
    fill: (range) => enter(fillDown(range, rows, columnAt)),
    open: withFocusedRow(({ id }) => navigate(`/${entity.resource}/${encodeURIComponent(id)}/show`)),
    select: withFocusedRow(({ id }) => onToggleItem(id)),
    history: withFocusedRow(setHistoryRow),
  })
  useEffect(() => void loadReader(), [])
  useEffect(() => {
    if (edits.notice !== 'undoBlocked') return
    edits.notice = undefined
    notify(words.t('sheet.undoBlocked'), { type: 'warning' })
  })

  return (
    <Stack sx={{ minHeight: 0, flex: 1 }}>
      <Box ref={frame} sx={{ flex: 1, minHeight: 0 }}>
        <Grid
          grid={grid}
          label={words.t('sheet.label', { name: words.resource(entity.resource) })}
          rows={rows}
          columns={columns}
          stamp={stamp + selectedIds.length}
          isRtl={isRtl}
          isDark={mode === 'dark'}
          enter={enter}
          copy={(range) => copyCells(range, rows, columnAt, textContextOf)}
          sort={sortBy}
          resize={preferences.resize}
          arrange={preferences.arrange}
          nearEnd={() => pager?.more()}
        />
      </Box>
      <Status sheet={sheet} help={() => setHelp(true)} />
      <Suspense>
        {edits.conflicts.length > 0 && <ConflictDialog entity={entity} edits={edits} contextOf={textContextOf} />}
        {isHelp && <Help close={() => setHelp(false)} />}
        {historyRow && <RowHistory entity={entity} row={historyRow} close={() => setHistoryRow(undefined)} />}
      </Suspense>
    </Stack>
  )
}
