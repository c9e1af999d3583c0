import type { EditorCtr } from '@revolist/revogrid'
import type { NamedField, TextContext } from '#admin/entity/valueText.ts'
import { toWall } from '#admin/language/format.ts'
import type { SheetRow } from '../rows.ts'
import { copyText } from './copy.ts'
import { choicesByLabel, type EditorChoice, type EditorState, editorOf } from './editors.ts'

interface EditorContext {
  readonly contextOf: (row: SheetRow) => TextContext
  readonly label: string
  readonly find: (resource: string, typed: string) => Promise<readonly EditorChoice[]>
}

/** The editor of a column, by the kind of its field. */
export function cellEditor(column: NamedField, context: EditorContext): EditorCtr {
  return editorOf(editingOf(column, context))
}

function editingOf(column: NamedField, { contextOf, label, find }: EditorContext): EditorState {
  const { name, field } = column
  const write = (value: unknown, row: SheetRow) => copyText(column, value, contextOf(row))
  const fixed = (choices: readonly EditorChoice[]): EditorState => ({
    type: 'choose',
    label,
    write,
    find: async (typed) => choicesByLabel(choices, typed),
  })
  switch (field.kind) {
    case 'day':
      return { type: 'date', label, write: (value) => String(value ?? '') }
    case 'instant':
      return { type: 'datetime-local', label, write: (value, row) => toWall(String(value ?? ''), contextOf(row).zone) }
    case 'money':
    case 'basisPoints':
    case 'integer':
    case 'number':
    case 'phone':
    case 'email':
      return { type: 'text', label, direction: 'ltr', write }
    case 'choice':
    case 'boolean': {
      const { resource, words } = contextOf({ id: '' })
      const values = field.choices ?? ['true', 'false']
      return fixed(values.map((value) => ({ value, label: words.value(resource, name, value) })))
    }
    case 'term':
      return {
        type: 'choose',
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
      return { type: 'choose', label, write, find: (typed) => find(field.resource ?? '', typed) }
    default:
      return { type: 'text', label, write }
  }
}
