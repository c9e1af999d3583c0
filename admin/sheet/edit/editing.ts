import type { EditorCtr } from '@revolist/revogrid'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import type { TextContext } from '#admin/entity/text.ts'
import { toWall } from '#admin/language/format.ts'
import type { SheetRow } from '../columns.ts'
import { copyText } from './copy.ts'
import { type EditorChoice, type EditorState, editorOf } from './editors.ts'

interface Around {
  readonly readingOf: (row: SheetRow) => TextContext
  readonly label: string
  readonly find: (resource: string, typed: string) => Promise<readonly EditorChoice[]>
}

const byLabel = (choices: readonly EditorChoice[], typed: string): EditorChoice[] => {
  const wanted = typed.toLocaleLowerCase()
  return choices.filter(({ label }) => label.toLocaleLowerCase().includes(wanted))
}

/** The editor of a column, by the kind of its field. */
export function cellEditor({ field }: DeclaredField, around: Around): EditorCtr {
  return editorOf(editingOf(field, around))
}

function editingOf(field: DeclaredField['field'], { readingOf, label, find }: Around): EditorState {
  const write = (value: unknown, row: SheetRow) => copyText(field, value, readingOf(row))
  const fixed = (choices: readonly EditorChoice[]): EditorState => ({
    type: 'choose',
    label,
    write,
    find: async (typed) => byLabel(choices, typed),
  })
  switch (field.kind) {
    case 'day':
      return { type: 'date', label, write: (value) => String(value ?? '') }
    case 'instant':
      return { type: 'datetime-local', label, write: (value, row) => toWall(String(value ?? ''), readingOf(row).zone) }
    case 'money':
    case 'basisPoints':
    case 'integer':
    case 'number':
    case 'phone':
    case 'email':
      return { type: 'text', label, direction: 'ltr', write }
    case 'choice': {
      const { words } = readingOf({ id: '' })
      return fixed((field.choices ?? []).map((value) => ({ value, label: words.value(value) })))
    }
    case 'boolean': {
      const { words } = readingOf({ id: '' })
      return fixed(['true', 'false'].map((value) => ({ value, label: words.value(value) })))
    }
    case 'reference':
      return { type: 'choose', label, write, find: (typed) => find(field.resource ?? '', typed) }
    default:
      return { type: 'text', label, write }
  }
}

/** Kinds that a cell can hold as one line of text; the others are changed in the form. */
export const fitsCell = (kind: string): boolean => !['group', 'list', 'texts', 'data', 'references'].includes(kind)
