import type { BeforeRangeSaveDataDetails, BeforeSaveDataDetails, ColumnRegular, RangeArea } from '@revolist/revogrid'
import { defineCustomElements } from '@revolist/revogrid/loader'
import { type RefObject, useEffect, useRef } from 'react'
import { selectColumn } from './columns.ts'
import type { CellEdit } from './edit/cells.ts'
import type { SheetRow } from './rows.ts'
import './grid.css'

interface GridProps {
  readonly grid: RefObject<HTMLRevoGridElement | null>
  readonly label: string
  readonly rows: readonly SheetRow[]
  readonly columns: readonly ColumnRegular[]
  /** A number that changes whenever cells must be drawn again. */
  readonly stamp: number
  readonly isRtl: boolean
  readonly isDark: boolean
  readonly enter: (cells: readonly CellEdit[]) => void
  readonly copy: (range: RangeArea) => string[][]
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
  const { grid, label, rows, columns, stamp, isRtl, isDark } = props

  // biome-ignore lint/correctness/useExhaustiveDependencies: the grid is built once per direction; later values are read through `latest`
  useEffect(() => {
    void defineCustomElements()
    const element = document.createElement('revo-grid')
    Object.assign(element, settings, {
      rtl: isRtl,
      theme: isDark ? 'dark' : 'default',
      columns: [...columns],
      source: [...rows],
    })
    element.setAttribute('aria-label', label)
    const stop = listen(element, () => latest.current)
    host.current?.append(element)
    grid.current = element
    return () => {
      stop()
      element.remove()
      grid.current = null
    }
  }, [isRtl])

  useEffect(() => {
    if (grid.current) grid.current.source = [...rows]
  }, [rows, grid])
  useEffect(() => {
    const element = grid.current
    if (!element) return
    element.columns = [...columns]
    return isRtl ? toFirstColumn(element, columns.length) : undefined
  }, [columns, grid, isRtl])
  const hasRows = rows.length > 0
  useEffect(() => {
    if (grid.current && isRtl && hasRows) return toFirstColumn(grid.current, columns.length)
  }, [hasRows, grid, isRtl, columns.length])
  useEffect(() => {
    if (grid.current) grid.current.theme = isDark ? 'dark' : 'default'
  }, [isDark, grid])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stamp asks for drawing
  useEffect(() => {
    void grid.current?.refresh?.('all')
  }, [stamp, grid])

  return <div ref={host} className="sheet-grid" />
}

/** Scrolls to the first column, since in RTL the grid opens at the other end; it can scroll only after it has drawn. */
function toFirstColumn(element: HTMLRevoGridElement, count: number): () => void {
  const timer = setTimeout(() => void element.scrollToColumnIndex?.(count - 1), 80)
  return () => clearTimeout(timer)
}

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
  rowSize: 34,
  useClipboard: { rangeFill: true },
  applyOnClose: false,
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
  on<BeforeRangeSaveDataDetails>('beforerangeedit', ({ data, models }, event) => {
    event.preventDefault()
    props().enter(
      Object.entries(data).flatMap(([index, cells]) => {
        const row = models[Number(index)] as SheetRow | undefined
        return row ? Object.entries(cells).map(([name, entered]) => ({ row, name, entered })) : []
      }),
    )
  })
  on<{ range: RangeArea; data: unknown[][] }>('clipboardrangecopy', (detail) => {
    detail.data = props().copy(detail.range)
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
      const store = await element.getColumnStore()
      const names = store.get('items').map((index) => String(store.get('source')[index]?.prop))
      props().arrange((props().isRtl ? names.reverse() : names).filter((name) => name !== selectColumn))
    }, 50),
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  let top = 0
  const look = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const first = Math.round(top / settings.rowSize)
      const shown = Math.max(1, Math.floor((element.clientHeight - headerHeight) / settings.rowSize))
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
    // The part that scrolls must be reachable by keyboard; on focus it passes the focus to a cell.
    const scroller = element.querySelector('revogr-viewport-scroll.rgCol')
    scroller?.setAttribute('tabindex', '0')
    scroller?.setAttribute('role', 'rowgroup')
  })
  element.addEventListener(
    'focusin',
    async () => {
      if (props().rows.length === 0 || (await element.getFocused())) return
      const first = { x: props().isRtl ? props().columns.length - 2 : 1, y: 0 }
      await element.setCellsFocus(first, first)
    },
    { signal: stop.signal },
  )
  return () => {
    stop.abort()
    resized.disconnect()
    clearTimeout(timer)
  }
}
