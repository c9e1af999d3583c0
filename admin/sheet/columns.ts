import type { ColumnRegular, EditorCtr } from '@revolist/revogrid'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import { toneOf } from '#admin/entity/tone.ts'
import type { NamedField } from '#admin/entity/valueText.ts'
import { formatFully } from '#admin/language/format.ts'
import type { Entity, Order } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import type { Tone } from '#shared/declaration/lifecycle.ts'
import type { Widths } from './look/columnWidths.ts'
import { isRead, type SheetRow } from './rows.ts'
import { placeIn } from './view/order.ts'

/** Name of the column in which rows are selected. */
export const selectColumn = '__select'
/** Its width in pixels. */
export const selectWidth = 44

/** What the columns must know about the sheet they belong to; they read it whenever they draw. */
export interface ColumnContext {
  readonly entity: Entity
  readonly labelOf: (name: string) => string
  readonly textOf: (column: NamedField, value: unknown, row: SheetRow) => string
  readonly zoneOf: (row: SheetRow) => string
  readonly currencyOf: (row: SheetRow) => string
  readonly locale: string
  readonly order: Order
  /** What a screen reader says of a column's place in an order by several columns. */
  readonly rankLabel: (name: string) => string
  readonly isFiltered: (name: string) => boolean
  readonly menuLabel: (name: string) => string
  readonly isSelected: (id: string) => boolean
  readonly toggle: (id: string) => void
  readonly stateOf: (row: SheetRow, name: string) => CellState | undefined
  /** A text that was entered and cannot be read; it stands in its cell until it is mended. */
  readonly enteredOf: (row: SheetRow, name: string) => string | undefined
  /** The tone in which a row is coloured. */
  readonly rowTone: (row: SheetRow) => Tone
  /** The name of the linked column. */
  readonly linked: string
  readonly selectLabel: (row: SheetRow) => string
  readonly editorOf: (column: DeclaredField) => EditorCtr
}

/** A cell that is being saved, was refused, or no longer matches the filter; `why` says so in words. */
export interface CellState {
  readonly name: 'pending' | 'failed' | 'stale'
  readonly why?: string
}

/** Columns that a sheet shows at first; what is declared after them is there to filter, group and report by. */
const mostAtFirst = 15

/** Columns that repeat another one, or come late in the declaration; they are hidden until the person shows them. */
export function hiddenAtFirst(entity: Entity, columns: readonly DeclaredField[]): string[] {
  const names = new Set(columns.map(({ name }) => name))
  const repeats = ({ name, field }: DeclaredField) => {
    const isNamed = field.kind === 'reference' && names.has(name.replace(/Id$/, 'Name'))
    const isImplied = name === 'currency' || (name === 'isOpen' && names.has('status'))
    return (isNamed || isImplied) && name !== entity.title
  }
  const own = columns.filter((column) => !repeats(column))
  return columns.filter((column) => !own.slice(0, mostAtFirst).includes(column)).map(({ name }) => name)
}

/** The column that leads to the record: its title when that is shown, else the first one shown. */
export const linkedColumn = (entity: Entity, shown: readonly DeclaredField[]): DeclaredField | undefined =>
  shown.find(({ name }) => name === entity.title) ?? shown[0]

/** The grid's columns: the one that selects first, then the declared ones in the person's order, the pinned before the others. */
export function gridColumns(
  columns: readonly DeclaredField[],
  widths: Widths,
  pinned: readonly string[],
  get: () => ColumnContext,
): ColumnRegular[] {
  const pin = (column: ColumnRegular, isPinned: boolean) =>
    isPinned ? { ...column, pin: 'colPinStart' as const } : column
  return [
    pin(selectingColumn(get), pinned.length > 0),
    ...columns.map((column) => pin(gridColumn(column, widths[column.name], get), pinned.includes(column.name))),
  ]
}

function gridColumn(column: DeclaredField, size: number | undefined, get: () => ColumnContext): ColumnRegular {
  const { name, field, isEditable } = column
  const { entity } = get()
  const isNumeric = ['money', 'integer', 'number', 'basisPoints'].includes(field.kind)
  return {
    prop: name,
    name: get().labelOf(name),
    size,
    minSize: 64,
    readonly: !isEditable,
    sortable: false,
    editor: isEditable ? get().editorOf(column) : undefined,
    columnProperties: () => {
      const { order, isFiltered } = get()
      const place = placeIn(order, name)
      // One column of a table may say how it is sorted; those after it say it in words.
      const isFirst = place?.rank === 1
      return {
        class: `${isNumeric ? 'is-number ' : ''}${isFiltered(name) ? 'is-filtered' : ''}`,
        'aria-sort': isFirst ? (place.direction === 'DESC' ? 'descending' : 'ascending') : 'none',
      }
    },
    columnTemplate: (h, { name: label }) => {
      const { order, rankLabel, menuLabel } = get()
      const place = placeIn(order, name)
      const isRanked = place !== undefined && order.length > 1
      return [
        h('span', { class: 'label' }, String(label)),
        place
          ? h('span', { class: 'arrow', 'aria-hidden': 'true' }, [
              h('span', {}, place.direction === 'DESC' ? '↓' : '↑'),
              isRanked ? h('sub', {}, String(place.rank)) : null,
            ])
          : null,
        isRanked ? h('span', { class: 'unseen' }, rankLabel(name)) : null,
        h('button', {
          type: 'button',
          tabindex: '-1',
          'data-column': name,
          'aria-haspopup': 'menu',
          'aria-label': menuLabel(name),
        }),
      ]
    },
    cellProperties: ({ model }) => {
      const row: SheetRow = model as SheetRow
      if (!isRead(row)) return { class: 'is-unread' }
      const state = get().stateOf(row, name)
      return {
        class: `${isNumeric ? 'is-number ' : ''}${isEditable ? '' : 'is-fixed '}${tintOf(row, get())}${state ? `is-${state.name}` : ''}`,
        title: state?.why ?? hoverText(field, row[name], row, get()),
        'aria-invalid': state?.name === 'failed' ? 'true' : undefined,
        'aria-description': state?.why,
        'aria-readonly': isEditable ? undefined : 'true',
      }
    },
    cellTemplate: (h, { model }) => {
      const row: SheetRow = model as SheetRow
      const context = get()
      const entered = context.enteredOf(row, name)
      if (entered !== undefined) return h('span', { dir: 'auto' }, entered)
      const text = context.textOf({ name, field }, row[name], row)
      if (name === context.linked && text !== '')
        return h(
          'a',
          { href: `#/${entity.resource}/${encodeURIComponent(row.id)}/show`, tabindex: '-1', dir: 'auto' },
          text,
        )
      const tone = toneOf(entity, name, row)
      if (tone !== 'plain' && text !== '')
        return h('span', { class: `tone tone-${tone}` }, [
          h('span', { 'aria-hidden': 'true', class: 'sign' }, signs[tone]),
          h('span', { dir: 'auto' }, text),
        ])
      if (field.kind === 'money' && text !== '')
        return h('bdi', { dir: 'ltr' }, [
          h('span', {}, text),
          h('span', { class: 'unit' }, ` ${context.currencyOf(row)}`),
        ])
      return h('span', { dir: isNumeric || field.kind === 'phone' ? 'ltr' : 'auto' }, text)
    },
  }
}

/** What a cell shows, with the sign of its tone and the currency of its amount. */
export function shownText(name: string, field: Field, row: SheetRow, context: ColumnContext): string {
  const text = context.textOf({ name, field }, row[name], row)
  if (text === '') return text
  const tone = toneOf(context.entity, name, row)
  if (tone !== 'plain') return `${signs[tone]} ${text}`
  return field.kind === 'money' ? `${text} ${context.currencyOf(row)}` : text
}

/** The class of a cell in a coloured row; the sign of its tone stands in the cell by which it is coloured. */
function tintOf(row: SheetRow, { rowTone }: ColumnContext): string {
  const tone = rowTone(row)
  return tone === 'plain' ? '' : `tint-${tone} `
}

/** What stands before a value of a tone, so that nobody has to see its colour. */
export const signs: Record<Exclude<Tone, 'plain'>, string> = { done: '✓', near: '•', past: '!' }

function hoverText(field: Field, value: unknown, row: SheetRow, context: ColumnContext): string | undefined {
  if (value === undefined || value === null) return undefined
  if (field.kind === 'instant') return formatFully(String(value), context.zoneOf(row), context.locale)
  return field.kind === 'text' || field.kind === 'longText' ? String(value) : undefined
}

function selectingColumn(get: () => ColumnContext): ColumnRegular {
  return {
    prop: selectColumn,
    name: '',
    size: selectWidth,
    minSize: selectWidth,
    readonly: true,
    columnTemplate: (h) => h('span', { class: 'unseen' }, get().labelOf(selectColumn)),
    columnProperties: () => ({ class: 'is-select' }),
    cellProperties: ({ model }) => ({
      class: `is-select ${isRead(model as SheetRow) ? tintOf(model as SheetRow, get()) : ''}`,
    }),
    cellTemplate: (h, { model }) => {
      const row: SheetRow = model as SheetRow
      if (!isRead(row)) return null
      const { isSelected, toggle, selectLabel } = get()
      return h('input', {
        type: 'checkbox',
        tabindex: '-1',
        checked: isSelected(row.id),
        'aria-label': selectLabel(row),
        onMouseDown: (event: Event) => event.stopPropagation(),
        onChange: () => toggle(row.id),
      })
    },
  }
}
