import type { Field } from '#shared/declaration/field.ts'

/** Widths that a column takes by itself, in pixels; a person may drag it beyond them. */
const limits = { least: 72, most: 280, mostOfLongText: 360 } as const
/** Room beside a text, in pixels: the padding of its cell, and in a header the sign of the order and the menu. */
const padding = { cell: 26, header: 72 } as const

/** Which of the grid's fonts a text is set in. */
export type CellFont = 'plain' | 'bold' | 'header'

/** A column, its header and what its cells show. */
export interface ColumnTexts {
  readonly name: string
  readonly kind: Field['kind']
  readonly label: string
  readonly texts: readonly string[]
  readonly isBold: boolean
}

export type Widths = Readonly<Record<string, number>>

/** The width of each column that shows its header and its texts whole, within limits; `measure` answers pixels. */
export function contentWidths(
  columns: readonly ColumnTexts[],
  measure: (text: string, font: CellFont) => number,
): Widths {
  return Object.fromEntries(
    columns.map(({ name, kind, label, texts, isBold }) => {
      const font = isBold ? 'bold' : 'plain'
      const widest = [...new Set(texts)].reduce((width, text) => Math.max(width, measure(text, font)), 0)
      const most = kind === 'longText' ? limits.mostOfLongText : limits.most
      const cells = Math.min(Math.max(limits.least, widest + padding.cell), most)
      return [name, Math.ceil(Math.max(cells, measure(label, 'header') + padding.header))]
    }),
  )
}

/**
 * The widths to show: the person's own before those by content; `wide`, the title column, takes what is left of the
 * available pixels unless the person gave it a width.
 */
export function fitWidths(content: Widths, own: Widths, wide: string, available: number): Widths {
  const widths = Object.fromEntries(Object.entries(content).map(([name, width]) => [name, own[name] ?? width]))
  const rest = available - Object.values(widths).reduce((sum, width) => sum + width, 0)
  const title = widths[wide]
  return rest > 0 && title !== undefined && own[wide] === undefined ? { ...widths, [wide]: title + rest } : widths
}
