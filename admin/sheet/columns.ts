import type { ColumnRegular, EditorCtr } from '@revolist/revogrid'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import { isLimit, isOver, isState, limitTone, type Tone, toneOf } from '#admin/entity/tone.ts'
import { formatFully } from '#admin/language/format.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'

/** Name of the column that marks rows. */
export const markColumn = '__mark'

export type SheetRow = { readonly id: string } & Readonly<Record<string, unknown>>

/** What the columns must know about the sheet they stand in; read anew at each drawing. */
export interface ColumnContext {
  readonly entity: Entity
  readonly labelOf: (name: string) => string
  readonly textOf: (field: Field, value: unknown, row: SheetRow) => string
  readonly zoneOf: (row: SheetRow) => string
  readonly currencyOf: (row: SheetRow) => string
  readonly locale: string
  readonly sort: { readonly field: string; readonly order: string }
  readonly sortable: readonly string[]
  readonly isMarked: (id: string) => boolean
  readonly mark: (id: string) => void
  readonly stateOf: (row: SheetRow, name: string) => CellState | undefined
  /** The column that leads to the record: its title, or the first one shown. */
  readonly linked: string
  readonly markLabel: (row: SheetRow) => string
  readonly editorOf: (column: DeclaredField) => EditorCtr
}

/** What befell a cell, with words for it. */
export interface CellState {
  readonly name: 'pending' | 'failed' | 'stale'
  readonly why?: string
}

const widths: Partial<Record<Field['kind'], number>> = {
  longText: 320,
  integer: 96,
  number: 96,
  money: 144,
  boolean: 88,
  day: 120,
  instant: 152,
  reference: 176,
  email: 220,
}

/** Columns that say again what another one says; they are hidden until somebody asks for them. */
export function hiddenAtFirst(entity: Entity, columns: readonly DeclaredField[]): string[] {
  const names = new Set(columns.map(({ name }) => name))
  return columns.flatMap(({ name, field }) => {
    const isNamed = field.kind === 'reference' && names.has(name.replace(/Id$/, 'Name'))
    const isImplied = name === 'currency' || (name === 'isOpen' && names.has('status'))
    return (isNamed || isImplied) && name !== entity.title ? [name] : []
  })
}

/** The grid's columns: the mark first, then the declared ones in the person's order and widths. */
export function gridColumns(
  columns: readonly DeclaredField[],
  sizes: Readonly<Record<string, number>>,
  get: () => ColumnContext,
): ColumnRegular[] {
  return [marks(get), ...columns.map((column) => gridColumn(column, sizes[column.name], get))]
}

function gridColumn(column: DeclaredField, size: number | undefined, get: () => ColumnContext): ColumnRegular {
  const { name, field, isEditable } = column
  const { entity } = get()
  const isNumeric = ['money', 'integer', 'number', 'basisPoints'].includes(field.kind)
  return {
    prop: name,
    name: get().labelOf(name),
    size: size ?? widths[field.kind] ?? (name === entity.title ? 168 : 144),
    minSize: 64,
    readonly: !isEditable,
    sortable: false,
    editor: isEditable ? get().editorOf(column) : undefined,
    columnProperties: () => {
      const { sort, sortable } = get()
      const order = sort.field === name ? (sort.order === 'DESC' ? 'descending' : 'ascending') : undefined
      return {
        class: `${isNumeric ? 'is-number ' : ''}${sortable.includes(name) ? 'can-sort' : ''}`,
        'aria-sort': order ?? (sortable.includes(name) ? 'none' : undefined),
      }
    },
    columnTemplate: (h, { name: label }) => {
      const { sort } = get()
      return h('span', { class: 'label' }, [
        h('span', {}, String(label)),
        sort.field === name
          ? h('span', { class: 'arrow', 'aria-hidden': 'true' }, sort.order === 'DESC' ? ' ↓' : ' ↑')
          : null,
      ])
    },
    cellProperties: ({ model }) => {
      const row: SheetRow = model as SheetRow
      const state = get().stateOf(row, name)
      return {
        class: `${isNumeric ? 'is-number ' : ''}${isEditable ? '' : 'is-fixed '}${state ? `is-${state.name}` : ''}`,
        title: state?.why ?? hoverText(field, row[name], row, get()),
        'aria-invalid': state?.name === 'failed' ? 'true' : undefined,
        'aria-readonly': isEditable ? undefined : 'true',
      }
    },
    cellTemplate: (h, { model }) => {
      const row: SheetRow = model as SheetRow
      const drawing = get()
      const value = row[name]
      const text = drawing.textOf(field, value, row)
      if (name === drawing.linked && text !== '')
        return h(
          'a',
          { href: `#/${entity.resource}/${encodeURIComponent(row.id)}/show`, tabindex: '-1', dir: 'auto' },
          text,
        )
      const tone = toneOfCell(entity, name, value, row)
      if (tone !== 'plain' && text !== '')
        return h('span', { class: `tone tone-${tone}` }, [
          h('span', { 'aria-hidden': 'true', class: 'sign' }, signs[tone]),
          h('span', { dir: 'auto' }, text),
        ])
      if (field.kind === 'money' && text !== '')
        return h('bdi', { dir: 'ltr' }, [
          h('span', {}, text),
          h('span', { class: 'unit' }, ` ${drawing.currencyOf(row)}`),
        ])
      return h('span', { dir: isNumeric || field.kind === 'phone' ? 'ltr' : 'auto' }, text)
    },
  }
}

const signs: Record<Exclude<Tone, 'plain'>, string> = { done: '✓', near: '•', past: '!' }

function toneOfCell(entity: Entity, name: string, value: unknown, row: SheetRow): Tone {
  if (isState(name)) return toneOf(value, entity.resource)
  return isLimit(name) ? limitTone(value, isOver(row)) : 'plain'
}

function hoverText(field: Field, value: unknown, row: SheetRow, drawing: ColumnContext): string | undefined {
  if (value === undefined || value === null) return undefined
  if (field.kind === 'instant') return formatFully(String(value), drawing.zoneOf(row), drawing.locale)
  return field.kind === 'text' || field.kind === 'longText' ? String(value) : undefined
}

function marks(get: () => ColumnContext): ColumnRegular {
  return {
    prop: markColumn,
    name: '',
    size: 44,
    minSize: 44,
    readonly: true,
    columnTemplate: (h) => h('span', { class: 'unseen' }, get().labelOf(markColumn)),
    columnProperties: () => ({ class: 'is-mark' }),
    cellProperties: () => ({ class: 'is-mark' }),
    cellTemplate: (h, { model }) => {
      const row: SheetRow = model as SheetRow
      const { isMarked, mark, markLabel } = get()
      return h('input', {
        type: 'checkbox',
        tabindex: '-1',
        checked: isMarked(row.id),
        'aria-label': markLabel(row),
        onMouseDown: (event: Event) => event.stopPropagation(),
        onChange: () => mark(row.id),
      })
    },
  }
}
