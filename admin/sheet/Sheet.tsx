import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useNotify } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { runCommand } from '#admin/commands/offered.ts'
import { useUnsaved } from '#admin/frame/session/useUnsaved.ts'
import { useMode } from '#admin/frame/ThemeFrame.tsx'
import { useWords } from '#admin/language/words.ts'
import { useClipboard } from './clipboard/useClipboard.ts'
import { gridColumns } from './columns.ts'
import { gridFocusOf } from './edit/GridFocus.ts'
import { useKeys } from './edit/useKeys.ts'
import { placeAfter, refusedPlaces } from './entries/refusedPlaces.ts'
import { useEntries } from './entries/useEntries.ts'
import { Grid } from './Grid.tsx'
import { useColumnWidths } from './look/useColumnWidths.ts'
import { isRead, type SheetRow } from './rows.ts'
import { Status, type VisibleRows } from './Status.tsx'
import { useColumnContext } from './useColumnContext.ts'
import { useListState } from './useListState.ts'
import { orderBy } from './view/order.ts'

const ConflictDialog = lazy(() => import('./edit/ConflictDialog.tsx').then((all) => ({ default: all.ConflictDialog })))
const HeaderMenu = lazy(() => import('./view/HeaderMenu.tsx').then((all) => ({ default: all.HeaderMenu })))
const RowHistory = lazy(() => import('./edit/RowHistory.tsx').then((all) => ({ default: all.RowHistory })))

/** A list as a spreadsheet: edited in place, pasted into, filled, undone. It reads react-admin's list context. */
export function Sheet() {
  const words = useWords()
  const notify = useNotify()
  const navigate = useNavigate()
  const [mode] = useMode()
  const { entity, sheet, preferences, filterValues, order, change, selectedIds, onToggleItem } = useListState()
  const { edits, titles, rows, stamp, pager } = sheet
  const { shown, sizes: own } = preferences
  const grid = useRef<HTMLRevoGridElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [historyRow, setHistoryRow] = useState<SheetRow>()
  const [menu, setMenu] = useState<{ name: string; anchor: Element }>()
  const [visible, setVisible] = useState<VisibleRows>()
  const { context, textContextOf } = useColumnContext()
  const latest = useRef(context)
  latest.current = context
  const isRtl = words.direction === 'rtl'
  const widths = useColumnWidths({ frame, columns: shown, rows, titleCount: titles.count, own, context })
  const { pinned, colour, rowHeight } = preferences
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns are rebuilt for other names, pins, widths, colours or words only; the rest is read while drawing
  const columns = useMemo(
    () => gridColumns(shown, widths, pinned, () => latest.current),
    [shown.map(({ name }) => name).join(), pinned.join(), colour, widths, entity, words],
  )
  const [leftOut, setLeftOut] = useState<string>()
  const entries = useEntries(textContextOf)
  useUnsaved(edits.refused.size > 0)
  const clipboard = useClipboard({ grid, entries, contextOf: textContextOf, say: setLeftOut })
  const nextRefused = () => {
    const focus = gridFocusOf(grid.current)
    const names = focus?.order.names ?? []
    const next = placeAfter(refusedPlaces(edits.refused.all, rows, names), focus?.at, names)
    if (next) void focus?.goTo(next)
  }
  const look = (first: number, last: number) => {
    setVisible({ first, last })
    // The pages around the screen are read before somebody gets there.
    const reach = last - first + 1
    void pager?.look(Math.max(0, first - reach), Math.min(last + 2 * reach, pager.total - 1))
  }
  // Another list is shown from its beginning; the same one, read again, where the person is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each list
  useEffect(() => {
    void grid.current?.scrollToRow?.(0)
    setVisible((before) => before && { first: 0, last: before.last - before.first })
  }, [JSON.stringify([filterValues, order])])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each reading of a list
  useEffect(() => {
    if (visible && pager?.state === 'read') look(visible.first, visible.last)
  }, [pager, pager?.state])
  const withFocusedRow = (act: (row: SheetRow) => void) => async () => {
    const focused = await grid.current?.getFocused()
    const row = focused?.cell && rows[focused.cell.y]
    if (isRead(row)) act(row)
  }
  const openMenu = async () => {
    const name = (await grid.current?.getFocused())?.column?.prop
    const anchor = grid.current?.querySelector(`.rgHeaderCell [data-column="${name}"]`)
    if (anchor) setMenu({ name: String(name), anchor })
  }
  useKeys({
    grid,
    undo: () => void edits.undo(),
    redo: () => void edits.redo(),
    fill: clipboard.fillDown,
    open: withFocusedRow(({ id }) => navigate(`/${entity.resource}/${encodeURIComponent(id)}/show`)),
    select: withFocusedRow(({ id }) => onToggleItem(id)),
    history: withFocusedRow(setHistoryRow),
    menu: () => void openMenu(),
  })
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
          rowHeight={rowHeight}
          enter={(cells) => void entries.enter(cells)}
          clear={clipboard.clear}
          fill={clipboard.fillRange}
          sort={(name, also) => change({ order: orderBy(entity, order, name, also) })}
          openMenu={(name, anchor) => setMenu({ name, anchor })}
          resize={preferences.resize}
          arrange={preferences.arrange}
          look={look}
        />
      </Box>
      <Status
        visible={visible}
        help={() => runCommand('help')}
        refused={{ next: nextRefused, retry: () => void entries.retry() }}
        leftOut={leftOut}
        closeLeftOut={() => setLeftOut(undefined)}
      />
      <Suspense>
        {menu && <HeaderMenu {...menu} close={() => setMenu(undefined)} />}
        {edits.conflicts.length > 0 && <ConflictDialog entity={entity} edits={edits} contextOf={textContextOf} />}
        {historyRow && <RowHistory entity={entity} row={historyRow} close={() => setHistoryRow(undefined)} />}
      </Suspense>
    </Stack>
  )
}
