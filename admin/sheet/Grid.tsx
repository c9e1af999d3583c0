import type { BeforeRangeSaveDataDetails, BeforeSaveDataDetails, ColumnRegular, RangeArea } from '@revolist/revogrid'
import { defineCustomElements } from '@revolist/revogrid/loader'
import { type RefObject, useEffect, useRef } from 'react'
import { markColumn, type SheetRow } from './columns.ts'
import './grid.css'

/** A value entered for a cell, not yet read. */
export interface CellEdit {
  readonly row: SheetRow
  readonly name: string
  readonly entered: unknown
}

interface GridProps {
  readonly grid: RefObject<HTMLRevoGridElement | null>
  readonly label: string
  readonly rows: readonly SheetRow[]
  readonly columns: readonly ColumnRegular[]
  /** Changes whenever cells must be drawn again. */
  readonly stamp: number
  readonly isRtl: boolean
  readonly isDark: boolean
  readonly enter: (cells: readonly CellEdit[]) => void
  readonly copy: (range: RangeArea) => string[][]
  readonly sort: (name: string) => void
  readonly resize: (sizes: Record<string, number>) => void
  readonly arrange: (names: readonly string[]) => void
  readonly nearEnd: () => void
}

/** RevoGrid, made by hand and given our rows: it draws and selects, and saves nothing itself. */
export function Grid(props: GridProps) {
  const host = useRef<HTMLDivElement>(null)
  const now = useRef(props)
  now.current = props
  const { grid, label, rows, columns, stamp, isRtl, isDark } = props

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes is read through `now`
  useEffect(() => {
    void defineCustomElements()
    const made = document.createElement('revo-grid')
    Object.assign(made, settings, {
      rtl: isRtl,
      theme: isDark ? 'dark' : 'default',
      columns: [...columns],
      source: [...rows],
    })
    made.setAttribute('aria-label', label)
    const stop = listen(made, () => now.current)
    host.current?.append(made)
    grid.current = made
    return () => {
      stop()
      made.remove()
      grid.current = null
    }
  }, [isRtl])

  useEffect(() => {
    if (grid.current) grid.current.source = [...rows]
  }, [rows, grid])
  useEffect(() => {
    const made = grid.current
    if (!made) return
    made.columns = [...columns]
    return isRtl ? toFirstColumn(made, columns.length) : undefined
  }, [columns, grid, isRtl])
  const hasRows = rows.length > 0
  useEffect(() => {
    if (grid.current && isRtl && hasRows) return toFirstColumn(grid.current, columns.length)
  }, [hasRows, grid, isRtl, columns.length])
  useEffect(() => {
    if (grid.current) grid.current.theme = isDark ? 'dark' : 'default'
  }, [isDark, grid])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp is what asks for drawing
  useEffect(() => {
    void grid.current?.refresh?.('all')
  }, [stamp, grid])

  return <div ref={host} className="sheet-grid" />
}

/** In RTL the grid counts columns from the left and would open at the wrong end; it must have drawn before it scrolls. */
function toFirstColumn(made: HTMLRevoGridElement, count: number): () => void {
  const timer = setTimeout(() => void made.scrollToColumnIndex?.(count - 1), 80)
  return () => clearTimeout(timer)
}

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

function listen(made: HTMLRevoGridElement, props: () => GridProps): () => void {
  const stop = new AbortController()
  const on = <Detail,>(name: string, deed: (detail: Detail, event: CustomEvent<Detail>) => void) =>
    made.addEventListener(name, (event) => deed((event as CustomEvent<Detail>).detail, event as CustomEvent<Detail>), {
      signal: stop.signal,
    })

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
  on<{ prop: string }>('headerclick', ({ prop }) => prop !== markColumn && props().sort(String(prop)))
  on<Record<string, ColumnRegular>>('aftercolumnresize', (resized) => {
    props().resize(Object.fromEntries(Object.values(resized).map(({ prop, size }) => [String(prop), size ?? 144])))
  })
  on('columndragend', () =>
    setTimeout(async () => {
      const store = await made.getColumnStore()
      const names = store.get('items').map((index) => String(store.get('source')[index]?.prop))
      props().arrange((props().isRtl ? names.reverse() : names).filter((name) => name !== markColumn))
    }, 50),
  )
  on<{ dimension: string; coordinate: number }>('viewportscroll', ({ dimension, coordinate }) => {
    if (dimension === 'rgRow' && coordinate + made.clientHeight * 3 > props().rows.length * settings.rowSize)
      props().nearEnd()
  })
  // A header row that no row role holds is unknown to a screen reader.
  on('afterheaderrender', () => {
    for (const header of made.querySelectorAll('.header-rgRow')) header.setAttribute('role', 'row')
    // What scrolls must be reachable by keyboard; it hands the focus on to a cell.
    const scroller = made.querySelector('revogr-viewport-scroll.rgCol')
    scroller?.setAttribute('tabindex', '0')
    scroller?.setAttribute('role', 'rowgroup')
  })
  made.addEventListener(
    'focusin',
    async () => {
      if (props().rows.length === 0 || (await made.getFocused())) return
      const first = { x: props().isRtl ? props().columns.length - 2 : 1, y: 0 }
      await made.setCellsFocus(first, first)
    },
    { signal: stop.signal },
  )
  return () => stop.abort()
}
