import type { SheetRow } from '../rows.ts'

/** A cell whose entry was refused: it keeps what was entered until that is corrected, saved again or given up. */
export interface RefusedCell {
  readonly id: string
  readonly field: string
  /** The value that the entry was based on. */
  readonly before: unknown
  /** The value that the API refused; the row shows it. */
  readonly after?: unknown
  /** The text that cannot be read, as it was entered; the row keeps what is stored. */
  readonly entered?: string
  /** The row of such a text, by which it is read again though the list shows other rows. */
  readonly row?: SheetRow
  readonly why: string
  /** What is stored, as far as the list knows. */
  stored: unknown
}

/** The refused cells of a sheet, by row and field. */
export class RefusedCells {
  readonly #rows = new Map<string, Map<string, RefusedCell>>()

  get size(): number {
    return this.all.length
  }

  get all(): RefusedCell[] {
    return [...this.#rows.values()].flatMap((cells) => [...cells.values()])
  }

  /** The refused entry of a cell, or undefined. */
  at(id: string, field: string): RefusedCell | undefined {
    return this.#rows.get(id)?.get(field)
  }

  ofRow(id: string): readonly RefusedCell[] {
    return [...(this.#rows.get(id)?.values() ?? [])]
  }

  put(cell: RefusedCell): void {
    const cells = this.#rows.get(cell.id) ?? new Map()
    this.#rows.set(cell.id, cells.set(cell.field, cell))
  }

  drop(id: string, field: string): void {
    const cells = this.#rows.get(id)
    if (cells?.delete(field) && cells.size === 0) this.#rows.delete(id)
  }
}
