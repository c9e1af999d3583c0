import type { DimensionCols } from '@revolist/revogrid'
import { type RefObject, useEffect, useRef } from 'react'
import type { CellArea } from '../edit/cells.ts'
import { gridFocusOf } from '../edit/GridFocus.ts'
import { areaOf } from './area.ts'
import type { ClipboardTexts } from './pastedTable.ts'

interface ClipboardActions {
  /** Copies cells; false when they were not. */
  readonly copy: (area: CellArea, data: DataTransfer) => Promise<boolean> | boolean
  /** Empties cells that were copied. */
  readonly cut: (area: CellArea) => void
  readonly paste: (texts: ClipboardTexts, area: CellArea) => void
}

/** Hears of the browser's copy, cut and paste while a cell has the focus. */
export function useClipboardEvents(grid: RefObject<HTMLRevoGridElement | null>, actions: ClipboardActions): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const stop = new AbortController()
    let selected: CellArea | undefined
    const selection = async () => {
      const [range, order] = [await grid.current?.getSelectedRange(), gridFocusOf(grid.current)?.order]
      selected = range && order ? areaOf(range, range.colType as DimensionCols, order) : undefined
      return selected
    }
    const isOnCell = ({ target, type }: Event) => {
      const focus = gridFocusOf(grid.current)
      const isOwn = target === focus?.input.element
      // Somebody may have selected a text beside the sheet, to copy that.
      const isText = type !== 'paste' && !isOwn && document.getSelection()?.isCollapsed === false
      return focus?.hears(target instanceof Element ? target : undefined) === true && !focus.input.isOpening && !isText
    }
    const on = <Name extends keyof DocumentEventMap>(name: Name, hear: (event: DocumentEventMap[Name]) => void) =>
      document.addEventListener(name, hear, { capture: true, signal: stop.signal })
    // The grid tells its range only later, and what is copied must be there at once: so the range is asked for before.
    for (const name of ['keydown', 'keyup', 'pointerup', 'contextmenu'] as const) on(name, () => void selection())

    const copied = (event: ClipboardEvent) => {
      const area = selected
      const { clipboardData } = event
      if (!area || !clipboardData || !isOnCell(event)) return undefined
      event.preventDefault()
      return { area, isCopied: latest.current.copy(area, clipboardData) }
    }
    on('copy', copied)
    on('cut', (event) => {
      const { area, isCopied } = copied(event) ?? {}
      if (area) void Promise.resolve(isCopied).then((isDone) => isDone && latest.current.cut(area))
    })
    on('paste', (event) => {
      const { clipboardData } = event
      if (!clipboardData || !isOnCell(event)) return
      event.preventDefault()
      const texts = { html: clipboardData.getData('text/html'), text: clipboardData.getData('text/plain') }
      void selection().then((area) => area && latest.current.paste(texts, area))
    })
    return () => stop.abort()
  }, [grid])
}
