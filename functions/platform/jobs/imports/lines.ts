import type { Entity } from '#shared/declaration/entity.ts'
import { unguard } from '#shared/values/csv.ts'
import type { Cells } from '../rows.ts'
import type { ImportRequest } from './request.ts'

/** The rows of a file with what their columns mean. */
export interface Lines {
  readonly of: Entity
  readonly asked: ImportRequest
  readonly rows: readonly Cells[]
  /** Nothing is written; what would be is shown. */
  readonly isDry: boolean
  /** The row as a spreadsheet numbers it: the names of the columns are row 1. */
  readonly rowNumber: (at: number) => number
  /** The row before that names the same record, or undefined. */
  readonly sameAs: (at: number) => number | undefined
  /** Records that cells of references were found to mean, by reference, site and cell. */
  readonly known: Map<string, Promise<string | undefined>>
}

const rowNumber = (at: number): number => at + 2

/** Reads the rows of a file by its columns; of two rows about one record only the first is taken. */
export function linesOf(of: Entity, asked: ImportRequest, rows: readonly Cells[], isDry: boolean): Lines {
  const first = new Map<string, number>()
  const same = new Map<number, number>()
  const places = (asked.key ?? []).map((name) => asked.names.indexOf(name))
  if (places.length > 0)
    for (const [at, cells] of rows.entries()) {
      const key = JSON.stringify(places.map((place) => textAt(cells, place).toLowerCase()))
      const before = first.get(key)
      if (before === undefined) first.set(key, at)
      else same.set(at, rowNumber(before))
    }
  return { of, asked, rows, isDry, rowNumber, sameAs: (at) => same.get(at), known: new Map() }
}

/** The text of a cell without the guard that keeps a spreadsheet from running it; empty where there is none. */
export const textAt = (cells: Cells, place: number): string => unguard(cells[place] ?? '').trim()

/** The texts of a row's filled cells by field name. */
export function textsOf({ asked, rows }: Lines, at: number): Record<string, string> {
  const cells = rows[at] ?? []
  const texts: Record<string, string> = {}
  for (const [place, name] of asked.names.entries()) {
    const text = textAt(cells, place)
    if (name !== null && text !== '') texts[name] = text
  }
  return texts
}
