import type { Field } from '#shared/declaration/field.ts'
import type { Language } from '#shared/text/languages.ts'

/** A column of a file: the field it holds, and its name as the file says it. */
export interface FileColumn {
  readonly name: string
  readonly title: string
  readonly field?: Field
  /** Its choices in the reader's language. */
  readonly labels?: Readonly<Record<string, string>>
}

/** What the cells of a record depend on besides its values. */
export interface RecordPlace {
  readonly timeZone: string
  readonly currency: string
}

/** One record on its way into a file: its fields as machine texts in the order of the columns. */
export interface FileRow {
  readonly texts: readonly string[]
  readonly place: RecordPlace
}

/** A cell as a form writes it: its text, and how a spreadsheet shows it. */
export interface FileCell {
  readonly text: string
  readonly style?: number
}

/** How the file of a list is laid out, for the language of its reader. */
export interface FileLayout {
  /** What a file for people is called, and the small line below that. */
  readonly title?: string
  readonly subtitle?: string
  readonly language?: Language
  readonly columns: readonly FileColumn[]
  /** Right to left for Arabic. */
  readonly direction: 'ltr' | 'rtl'
}

/** One form of a file of records: how its cells, its bytes are written, and how they are read again to prove them whole. */
export interface FileForm {
  readonly extension: string
  readonly contentType: string
  /** Whether references are written as names, for nobody imports the file again. */
  readonly isForPeople?: boolean
  /** The names of the columns as cells of the first row. */
  readonly head: (layout: FileLayout) => readonly FileCell[]
  readonly cellsOf: (layout: FileLayout, row: FileRow) => readonly FileCell[]
  /** The bytes of the file; each group of rows becomes a part of it, so that a long list takes no more memory. */
  readonly write: (
    layout: FileLayout,
    rows: AsyncIterable<readonly (readonly FileCell[])[]>,
  ) => AsyncIterable<Uint8Array>
  /** The texts of the cells of a written file, the first row included. */
  readonly read: (path: string, layout: FileLayout) => AsyncIterable<readonly string[]>
}
