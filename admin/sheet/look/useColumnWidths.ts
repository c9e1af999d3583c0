import { useTheme } from '@mui/material/styles'
import { type RefObject, useEffect, useMemo, useReducer, useState } from 'react'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import { toneOf } from '#admin/entity/tone.ts'
import { type ColumnContext, selectWidth, shownText } from '../columns.ts'
import type { SheetRow } from '../rows.ts'
import { type CellFont, contentWidths, fitWidths, type Widths } from './columnWidths.ts'

/** Rows whose texts are measured; a row far below must not move the columns while somebody scrolls. */
const measuredRows = 100

interface WidthsInput {
  readonly frame: RefObject<HTMLElement | null>
  readonly columns: readonly DeclaredField[]
  readonly rows: readonly SheetRow[]
  /** Grows when titles of referenced records arrive. */
  readonly titleCount: number
  readonly own: Widths
  readonly context: ColumnContext
}

/** The widths of the sheet's columns, by what they show and by the room there is; they follow the window. */
export function useColumnWidths({ frame, columns, rows, titleCount, own, context }: WidthsInput): Widths {
  const [available, setAvailable] = useState(0)
  const [fonts, countFonts] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) =>
      setAvailable(Math.floor(entry?.contentRect.width ?? 0) - scrollbarWidth()),
    )
    if (frame.current) observer.observe(frame.current)
    document.fonts.addEventListener('loadingdone', countFonts)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', countFonts)
    }
  }, [frame])
  const { fontFamily } = useTheme().typography
  const names = columns.map(({ name }) => name).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again for other columns or rows, another language, new titles and fonts
  const content = useMemo(() => {
    const sample = rows.slice(0, measuredRows)
    return contentWidths(
      columns.map(({ name, field }) => ({
        name,
        kind: field.kind,
        label: context.labelOf(name),
        texts: sample.map((row) => shownText(name, field, row, context)),
        isBold: name === context.linked || sample.some((row) => toneOf(context.entity, name, row) !== 'plain'),
      })),
      measureIn(fontFamily),
    )
  }, [names, context.locale, rows[0], titleCount, fonts, fontFamily])
  const widths = fitWidths(content, own, context.linked, available - selectWidth)
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal widths are one object, so that the columns are not built again
  return useMemo(() => widths, [JSON.stringify(widths)])
}

/** The room that the grid leaves for a scroll bar, in pixels: its width, none where it lies over the page, and a hairline. */
function scrollbarWidth(): number {
  const box = document.createElement('div')
  box.style.overflowY = 'scroll'
  document.body.append(box)
  const width = box.offsetWidth - box.clientWidth + 1
  box.remove()
  return width
}

/** Measures texts as the grid sets them. */
function measureIn(family = 'sans-serif'): (text: string, font: CellFont) => number {
  const canvas = document.createElement('canvas').getContext('2d')
  const fonts = { plain: `14px ${family}`, bold: `600 14px ${family}`, header: `600 13px ${family}` }
  return (text, font) => {
    if (!canvas) return 0
    canvas.font = fonts[font]
    return canvas.measureText(text).width
  }
}
