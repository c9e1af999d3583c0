import type { Entity } from '#shared/declaration/entity.ts'
import { unguard } from '#shared/values/csv.ts'
import type { Cells } from '../rows.ts'
import type { ImportRequest } from './request.ts'

/** The rows of a file with what their columns mean. */
export interface Lines {
  readonly entity: Entity
  readonly asked: ImportRequest
  readonly rows: readonly Cells[]
  /** Nothing is written; what would be is shown. */
  readonly isDry: boolean
  /** The row as a spreadsheet numbers it: the names of the columns are row 1. */
  readonly rowNumber: (index: number) => number
  /** The row before that names the same record, or undefined. */
  readonly sameAs: (index: number) => number | undefined
  /** Records that cells of references were found to mean, by reference, site and cell. */
  readonly known: Map<string, Promise<string | undefined>>
}

const rowNumber = (index: number): number => index + 2

/** Reads the rows of a file by its columns; of two rows about one record only the first is taken. */
export function linesOf(entity: Entity, asked: ImportRequest, rows: readonly Cells[], isDry: boolean): Lines {
  const first = new Map<string, number>()
  const same = new Map<number, number>()
  const places = (asked.key ?? []).map((name) => asked.names.indexOf(name))
  if (places.length > 0)
    for (const [index, cells] of rows.entries()) {
      const key = JSON.stringify(places.map((place) => textAt(cells, place).toLowerCase()))
      const before = first.get(key)
      if (before === undefined) first.set(key, index)
      else same.set(index, rowNumber(before))
    }
  return { entity, asked, rows, isDry, rowNumber, sameAs: (index) => same.get(index), known: new Map() }
}

/** The text of a cell without the guard that keeps a spreadsheet from running it; empty where there is none. */
export const textAt = (cells: Cells, place: number): string => unguard(cells[place] ?? '').trim()

/** The texts of a row's filled cells by field name. */
export function textsOf({ asked, rows }: Lines, index: number): Record<string, string> {
  const cells = rows[index] ?? []
  const texts: Record<string, string> = {}
  for (const [place, name] of asked.names.entries()) {
    const text = textAt(cells, place)
    if (name !== null && text !== '') texts[name] = text
  }
  return texts
}
