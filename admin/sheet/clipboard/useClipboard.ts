import type { DimensionCols, RangeArea } from '@revolist/revogrid'
import { type RefObject, useEffect } from 'react'
import type { TextContext } from '#admin/entity/valueText.ts'
import { counted } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { CellArea, CellGround } from '../edit/cells.ts'
import { gridFocusOf } from '../edit/GridFocus.ts'
import type { useEntries } from '../entries/useEntries.ts'
import { isRead, type SheetRow } from '../rows.ts'
import { useListState } from '../useListState.ts'
import { areaOf, selectArea } from './area.ts'
import { copyRows } from './copyRows.ts'
import { leftOutText } from './leftOut.ts'
import { readRows } from './readRows.ts'
import { useClipboardEvents } from './useClipboardEvents.ts'

/** Reading a clipboard is loaded after the sheet is on screen. */
const loadPasting = () => import('./pasting.ts')
const loadChanges = () => import('./cellChanges.ts')

/** Rows that are copied, pasted, filled or emptied at once; a bulk change, an import and an export take more. */
const mostRows = 10_000

interface ClipboardHost {
  readonly grid: RefObject<HTMLRevoGridElement | null>
  readonly entries: ReturnType<typeof useEntries>
  readonly contextOf: (row: SheetRow) => TextContext
  /** Says what was left out, or that nothing was. */
  readonly say: (sentence: string | undefined) => void
}

/** Copies, cuts, pastes, fills and empties the selected cells, rows that were not read yet too. */
export function useClipboard({ grid, entries, contextOf, say }: ClipboardHost) {
  const words = useWords()
  const { entity, sheet, preferences } = useListState()
  const { edits, titles, pager } = sheet
  const { columnOf, enter } = entries
  const orderOf = () => gridFocusOf(grid.current)?.order
  const groundOf = (rows: readonly SheetRow[]): CellGround => ({
    rows,
    columnOf,
    contextOf,
    enteredOf: ({ id }, name) => edits.refused.at(id, name)?.entered,
  })
  /** What is known of cells once their rows and the titles in these were read. */
  const read = async (firstRow: number, lastRow: number) => {
    const rows = pager ? await readRows(pager, firstRow, lastRow) : []
    await titles.need(preferences.shown, rows.slice(firstRow, lastRow + 1).filter(isRead))
    return groundOf(rows)
  }
  const labels = (names: readonly string[]) =>
    names.map((name) => words.field(entity.resource, name)).join(words.t('clipboard.comma'))
  const isTooLarge = ({ firstRow, lastRow }: Pick<CellArea, 'firstRow' | 'lastRow'>, key: string) => {
    const isLarge = lastRow - firstRow >= mostRows
    if (isLarge) say(words.t(key, counted(mostRows, words.locale)))
    return isLarge
  }
  const clear = async (area: CellArea) => {
    if (isTooLarge(area, 'clipboard.tooMany')) return
    const { clearing } = await loadChanges()
    const { cells, kept } = clearing(area, await read(area.firstRow, area.lastRow))
    say(kept.length > 0 ? words.t('clipboard.keptValues', { names: labels(kept) }) : undefined)
    await enter(cells)
  }
  const copy = (area: CellArea, data: DataTransfer): Promise<boolean> | boolean => {
    if (isTooLarge(area, 'clipboard.tooManyToCopy')) return false
    say(undefined)
    const copied = copyRows(area, groundOf(pager?.rows ?? []), data, () => read(area.firstRow, area.lastRow))
    if (typeof copied === 'boolean') return copied
    return copied.then((isCopied) => {
      if (!isCopied) say(words.t('clipboard.copyRefused'))
      return isCopied
    })
  }
  const paste = async (texts: { html: string; text: string }, area: CellArea) => {
    const order = orderOf()
    if (!order || !pager || isTooLarge(area, 'clipboard.tooMany')) return
    const { pasting } = await loadPasting()
    const pasted = await pasting(texts, area, { names: order.names, totalRows: pager.total, mostRows, groundOf: read })
    if (typeof pasted === 'string') return say(words.t(`clipboard.${pasted}`, counted(mostRows, words.locale)))
    say(leftOutText(words, pasted.leftOut))
    if (grid.current) await selectArea(grid.current, pasted.area, order)
    await enter(pasted.cells)
  }
  const fill = async (source: CellArea, target: CellArea) => {
    const order = orderOf()
    if (!order || isTooLarge(target, 'clipboard.tooMany')) return
    const { filling } = await loadChanges()
    const ground = await read(Math.min(source.firstRow, target.firstRow), target.lastRow)
    say(undefined)
    await enter(filling(source, target, order.names, ground))
    if (grid.current) await selectArea(grid.current, target, order)
  }
  const withSelection = (act: (area: CellArea) => unknown) => () =>
    void grid.current?.getSelectedRange().then((range) => {
      const order = orderOf()
      const area = range && order && areaOf(range, range.colType as DimensionCols, order)
      if (area) act(area)
    })
  useClipboardEvents(grid, { copy, cut: (area) => void clear(area), paste: (texts, area) => void paste(texts, area) })
  useEffect(() => void loadPasting(), [])
  return {
    clear: withSelection(clear),
    /** Copies the first selected row over those below it; over a single one, the row above it. */
    fillDown: withSelection((area) => {
      const { firstRow, lastRow } = area
      const from = firstRow === lastRow ? firstRow - 1 : firstRow
      if (from >= 0) void fill({ ...area, firstRow: from, lastRow: from }, { ...area, firstRow: from })
    }),
    /** Copies a range over the one that it was drawn out to. */
    fillRange: (from: RangeArea, to: RangeArea, colType: DimensionCols) => {
      const order = orderOf()
      const whole = {
        x: Math.min(from.x, to.x),
        x1: Math.max(from.x1, to.x1),
        y: Math.min(from.y, to.y),
        y1: Math.max(from.y1, to.y1),
      }
      const [source, target] = [from, whole].map((range) => order && areaOf(range, colType, order))
      if (source && target) void fill(source, target)
    },
  }
}
