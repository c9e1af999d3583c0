import type { EditorCtr } from '@revolist/revogrid'
import type { NamedField, TextContext } from '#admin/entity/valueText.ts'
import { toWall } from '#admin/language/format.ts'
import type { SheetRow } from '../rows.ts'
import { copyText } from './copy.ts'
import { choicesByLabel, type EditorChoice } from './editorChoices.ts'
import { type EditorState, editorOf } from './editors.ts'

interface EditorContext {
  /** The refused text that stands in a cell, which its editor opens with. */
  readonly enteredOf: (row: SheetRow, name: string) => string | undefined
  readonly contextOf: (row: SheetRow) => TextContext
  readonly label: string
  readonly find: (resource: string, typed: string) => Promise<readonly EditorChoice[]>
}

/** The editor of a column, by the kind of its field. */
export function cellEditor(column: NamedField, context: EditorContext): EditorCtr {
  return editorOf(editingOf(column, context))
}

function editingOf(column: NamedField, { contextOf, enteredOf, label, find }: EditorContext): EditorState {
  const { name, field } = column
  const write = (value: unknown, row: SheetRow) => enteredOf(row, name) ?? copyText(column, value, contextOf(row))
  const fixed = (choices: readonly EditorChoice[]): EditorState => ({
    label,
    write,
    find: async (typed) => choicesByLabel(choices, typed),
  })
  switch (field.kind) {
    // A day and a time are typed in any form that the sheet reads; the browser's calendar stands beside.
    case 'day':
      return {
        label,
        direction: 'ltr',
        write,
        picker: {
          type: 'date',
          label: contextOf({ id: '' }).words.t('sheet.pickDay'),
          start: (value) => String(value ?? ''),
          write: (picked) => picked,
        },
      }
    case 'instant':
      return {
        label,
        direction: 'ltr',
        write,
        picker: {
          type: 'datetime-local',
          label: contextOf({ id: '' }).words.t('sheet.pickTime'),
          start: (value, row) => toWall(String(value ?? ''), contextOf(row).zone),
          write: (picked) => picked.replace('T', ' '),
        },
      }
    case 'money':
    case 'basisPoints':
    case 'integer':
    case 'number':
    case 'phone':
    case 'email':
      return { label, direction: 'ltr', write }
    case 'choice':
    case 'boolean': {
      const { resource, words } = contextOf({ id: '' })
      const values = field.choices ?? ['true', 'false']
      return fixed(values.map((value) => ({ value, label: words.value(resource, name, value) })))
    }
    case 'term':
      return {
        label,
        write,
        find: async (typed) => {
          const active = contextOf({ id: '' })
            .words.terms(field.terms ?? '')
            .filter(({ isActive }) => isActive)
          return choicesByLabel(
            active.map(({ code, name: label }) => ({ value: code, label })),
            typed,
          )
        },
      }
    case 'reference':
      return { label, write, find: (typed) => find(field.resource ?? '', typed) }
    default:
      return { label, write }
  }
}
