import type { BeforeSaveDataDetails, ColumnRegular, DimensionCols, RangeArea } from '@revolist/revogrid'
import { defineCustomElements } from '@revolist/revogrid/loader'
import { type RefObject, useEffect, useRef } from 'react'
import { selectColumn } from './columns.ts'
import { drawRows } from './drawRows.ts'
import type { CellEdit } from './edit/cells.ts'
import { GridFocus } from './edit/GridFocus.ts'
import { keepReadingStart } from './readingStart.ts'
import type { SheetRow } from './rows.ts'
import './grid.css'
import './look/look.css'

interface GridProps {
  readonly grid: RefObject<HTMLRevoGridElement | null>
  readonly label: string
  readonly rows: readonly SheetRow[]
  readonly columns: readonly ColumnRegular[]
  /** A number that changes whenever cells must be drawn again. */
  readonly stamp: number
  readonly isRtl: boolean
  readonly isDark: boolean
  /** In pixels. */
  readonly rowHeight: number
  readonly enter: (cells: readonly CellEdit[]) => void
  /** Empties the selected cells. */
  readonly clear: () => void
  /** Copies a range over the one that it was drawn out to. */
  readonly fill: (from: RangeArea, to: RangeArea, colType: DimensionCols) => void
  /** A click on the header of a column; `also` when it is to sort after those before it. */
  readonly sort: (name: string, also: boolean) => void
  readonly openMenu: (name: string, anchor: Element) => void
  readonly resize: (sizes: Record<string, number>) => void
  readonly arrange: (names: readonly string[]) => void
  /** Which rows are on the screen, once the grid stands still. */
  readonly look: (first: number, last: number) => void
}

/** RevoGrid as a component: it draws our rows and selects cells; what is entered goes to `enter`. */
export function Grid(props: GridProps) {
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props
  const { grid, label, rows, columns, stamp, isRtl, isDark, rowHeight } = props

  // biome-ignore lint/correctness/useExhaustiveDependencies: the grid is built once per direction; later values are read through `latest`
  useEffect(() => {
    void defineCustomElements()
    const element = document.createElement('revo-grid')
    Object.assign(element, settings, {
      rtl: isRtl,
      theme: isDark ? 'dark' : 'default',
      rowSize: rowHeight,
      columns: [...columns],
      source: [...rows],
    })
    element.setAttribute('aria-label', label)
    const stop = listen(element, () => latest.current)
    const stopKeeping = isRtl ? keepReadingStart(element) : undefined
    host.current?.append(element)
    const focus = new GridFocus(element, () => ({ ...latest.current, rowCount: latest.current.rows.length }))
    grid.current = element
    return () => {
      stop()
      stopKeeping?.()
      focus.remove()
      element.remove()
      grid.current = null
    }
  }, [isRtl])

  useEffect(() => {
    if (grid.current) grid.current.source = [...rows]
  }, [rows, grid])
  useEffect(() => {
    if (grid.current) grid.current.columns = [...columns]
  }, [columns, grid])
  useEffect(() => {
    if (grid.current) grid.current.theme = isDark ? 'dark' : 'default'
  }, [isDark, grid])
  useEffect(() => {
    if (grid.current) grid.current.rowSize = rowHeight
  }, [rowHeight, grid])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stamp asks for drawing
  useEffect(() => {
    if (grid.current) void drawRows(grid.current, () => latest.current.rows)
  }, [stamp, grid])

  return <div ref={host} className="sheet-grid" />
}

/** The parts of the grid in reading order. */
const parts = ['colPinStart', 'rgCol', 'colPinEnd'] as const
/** As the style sheet says, in pixels. */
const headerHeight = 36
const settings = {
  range: true,
  resize: true,
  filter: false,
  exporting: false,
  canMoveColumns: true,
  canDrag: false,
  hideAttribution: true,
  // The sheet reads and writes the clipboard itself: the grid loses merged cells, quoted ones and the last line break.
  useClipboard: false,
  applyOnClose: false,
}

/** Whether a key was pressed in a field of another part of the page; an editor may have a list of its own outside the grid. */
function isElsewhere(grid: HTMLRevoGridElement, target: EventTarget | null, isEditing: boolean): boolean {
  if (!(target instanceof Element) || target === document.body || grid.contains(target)) return false
  return isEditing ? target.closest('[role=dialog]') !== null : !target.matches('.sheet-input')
}

function listen(element: HTMLRevoGridElement, props: () => GridProps): () => void {
  const stop = new AbortController()
  const on = <Detail,>(name: string, handle: (detail: Detail, event: CustomEvent<Detail>) => void) =>
    element.addEventListener(
      name,
      (event) => handle((event as CustomEvent<Detail>).detail, event as CustomEvent<Detail>),
      {
        signal: stop.signal,
      },
    )

  on<BeforeSaveDataDetails>('beforeedit', ({ model, prop, val }, event) => {
    event.preventDefault()
    props().enter([{ row: model as SheetRow, name: String(prop), entered: val }])
  })
  on('beforerangeedit', (_, event) => event.preventDefault())
  on<{ original: KeyboardEvent; edit: unknown }>('beforekeydown', ({ original, edit }, event) => {
    // The grid listens on the whole page: what is typed in a dialog or a search box would change the focused cell.
    if (isElsewhere(element, original.target, Boolean(edit))) {
      event.preventDefault()
      return
    }
    if (edit || (original.code !== 'Delete' && original.code !== 'Backspace')) return
    event.preventDefault()
    props().clear()
  })
  on<{ oldRange: RangeArea; newRange: RangeArea; colType: DimensionCols }>('beforeautofill', (filled, event) => {
    event.preventDefault()
    props().fill(filled.oldRange, filled.newRange, filled.colType)
  })
  on<{ prop: string; originalEvent: MouseEvent }>('headerclick', ({ prop, originalEvent: { target, shiftKey } }) => {
    const menu = target instanceof Element ? target.closest('button') : null
    if (menu) props().openMenu(String(prop), menu)
    else if (prop !== selectColumn) props().sort(String(prop), shiftKey)
  })
  on<Record<string, ColumnRegular>>('aftercolumnresize', (resized) => {
    props().resize(Object.fromEntries(Object.values(resized).map(({ prop, size }) => [String(prop), size ?? 0])))
  })
  on('columndragend', () =>
    setTimeout(async () => {
      const stores = await Promise.all(parts.map((part) => element.getColumnStore(part)))
      const names = stores.flatMap((store) => {
        const fromLeft = store.get('items').map((index) => String(store.get('source')[index]?.prop))
        return props().isRtl ? fromLeft.reverse() : fromLeft
      })
      props().arrange(names.filter((name) => name !== selectColumn))
    }, 50),
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  let top = 0
  const look = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const { rowHeight } = props()
      const first = Math.round(top / rowHeight)
      const shown = Math.max(1, Math.floor((element.clientHeight - headerHeight) / rowHeight))
      props().look(first, first + shown - 1)
    }, 80)
  }
  on<{ dimension: string; coordinate: number }>('viewportscroll', ({ dimension, coordinate }) => {
    if (dimension !== 'rgRow') return
    top = coordinate
    look()
  })
  const resized = new ResizeObserver(look)
  resized.observe(element)
  // A screen reader finds the header row by its role.
  on('afterheaderrender', () => {
    for (const header of element.querySelectorAll('.header-rgRow')) header.setAttribute('role', 'row')
    // The part that scrolls must be reachable by keyboard; it passes the focus to a cell.
    const scroller = element.querySelector('revogr-viewport-scroll.rgCol')
    if (!scroller?.hasAttribute('tabindex')) scroller?.setAttribute('tabindex', '0')
    scroller?.setAttribute('role', 'rowgroup')
  })
  return () => {
    stop.abort()
    resized.disconnect()
    clearTimeout(timer)
  }
}
