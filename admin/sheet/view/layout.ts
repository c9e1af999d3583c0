import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import { isLimit } from '#admin/entity/tone.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { hiddenAtFirst } from '../columns.ts'

/** The height of a row by its density, in pixels. */
export const rowHeights = { compact: 28, normal: 34, roomy: 44 } as const
export type Density = keyof typeof rowHeights

/** In the place of a column: rows have no colour. */
export const noColour = 'none'

/** How a list looks. */
export interface ListLayout {
  /** The columns that are shown, in reading order. */
  readonly columns: readonly string[]
  /** Those of them that stay while the others scroll; they stand before the others. */
  readonly pinned: readonly string[]
  readonly density: Density
  /** The state or the limit by which rows are coloured, or `none`. */
  readonly colour: string
}

/** What a person chose of a list's look; a part that nobody chose is as usual. */
export interface LayoutChoices {
  readonly hidden?: readonly string[]
  /** All columns in their order, the hidden ones too. */
  readonly order?: readonly string[]
  /** Widths in pixels. */
  readonly sizes?: Readonly<Record<string, number>>
  readonly pinned?: readonly string[]
  readonly density?: Density
  readonly colour?: string
}

/** The columns by which rows can be coloured: states with tones, and limits. */
export const colourColumns = (columns: readonly DeclaredField[]): string[] =>
  columns.flatMap(({ name, field }) => (field.tones || isLimit(name) ? [name] : []))

/** How a list looks at first: coloured by its first limit, and not at all where nothing has one. */
export const usualLayout = (entity: Entity, columns: readonly DeclaredField[]): ListLayout => {
  const hidden = hiddenAtFirst(entity, columns)
  const names = columns.map(({ name }) => name)
  return {
    columns: names.filter((name) => !hidden.includes(name)),
    pinned: [],
    density: 'normal',
    colour: names.find((name) => isLimit(name) && !hidden.includes(name)) ?? noColour,
  }
}

/** Declared columns in the person's order; a column declared later has the place of its declaration. */
export function ordered(columns: readonly DeclaredField[], order: readonly string[] = []): DeclaredField[] {
  const place = (name: string, index: number) => {
    const chosen = order.indexOf(name)
    return chosen < 0 ? index : chosen
  }
  return columns
    .map((column, index) => ({ column, place: place(column.name, index) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ column }) => column)
}

/** Names with some of them in another order, each in a place that one of them had. */
export function rearranged(names: readonly string[], moved: readonly string[]): string[] {
  const queue = moved.filter((name) => names.includes(name))
  const places = new Set(queue)
  return names.map((name) => (places.has(name) ? (queue.shift() ?? name) : name))
}

/** The columns that are shown, the pinned ones first. */
export const pinnedFirst = (columns: readonly DeclaredField[], pinned: readonly string[]): DeclaredField[] => [
  ...columns.filter(({ name }) => pinned.includes(name)),
  ...columns.filter(({ name }) => !pinned.includes(name)),
]

/** What a person chose as it is kept: of what was read, the parts that make sense, whoever wrote them. */
export function choicesIn(kept: unknown): LayoutChoices {
  if (typeof kept !== 'object' || kept === null) return {}
  const { hidden, order, sizes, pinned, density, colour } = kept as Readonly<Record<string, unknown>>
  return {
    ...(areNames(hidden) && { hidden }),
    ...(areNames(order) && { order }),
    ...(isSizes(sizes) && { sizes }),
    ...(areNames(pinned) && { pinned }),
    ...(isDensity(density) && { density }),
    ...(typeof colour === 'string' && { colour }),
  }
}

export const isDensity = (value: unknown): value is Density =>
  typeof value === 'string' && Object.hasOwn(rowHeights, value)

const areNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

const isSizes = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => Number.isFinite(each))
