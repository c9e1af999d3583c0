import type { RaRecord } from 'react-admin'
import { type RefusedCell, RefusedCells } from '../entries/refusedCells.ts'
import type { CellChange } from './edits.ts'

type MutableRow = RaRecord & { id: string }

/** An entry that could not be read. */
export type UnreadableEntry = Required<Pick<RefusedCell, 'id' | 'field' | 'entered' | 'row' | 'why'>>

/** The rows of a sheet as shown: copies of what is stored, and over them what is entered and refused or not answered yet. */
export class ShownRows {
  /** The rows by id; the grid draws these objects. */
  readonly rows = new Map<string, MutableRow>()
  readonly refused = new RefusedCells()
  /** The latest change of each cell that is not answered yet. */
  readonly pending = new Map<string, Map<string, CellChange>>()
  /** Ids of the rows that were changed since the list was read. */
  readonly changed = new Set<string>()
  /** The columns of the list; a row lacks those without a value. */
  columns: readonly string[] = []

  /** Adds copies of rows and returns the objects to show. A row that is already here keeps its edits. */
  adopt(rows: readonly RaRecord[]): MutableRow[] {
    return rows.map((row) => {
      const id = String(row.id)
      const shown = this.rows.get(id) ?? this.#withEntries({ ...row, id })
      this.rows.set(id, shown)
      return shown
    })
  }

  /** Removes all rows before the list is read again; refused entries stay and return to their cells. */
  clear(): void {
    this.rows.clear()
    this.changed.clear()
  }

  get isSaving(): boolean {
    return this.pending.size > 0
  }

  /** Shows the stored record in the columns of its row, and over it what is entered there. */
  protected accept(id: string, record: RaRecord): void {
    const row = this.rows.get(id)
    if (!row) return
    for (const name of new Set([...Object.keys(row), ...this.columns])) if (name !== 'id') row[name] = record[name]
    this.#withEntries(row)
  }

  protected show({ id, field, after }: Pick<CellChange, 'id' | 'field' | 'after'>): void {
    const row = this.rows.get(id)
    if (row) row[field] = after
  }

  /** Shows a change that waits for its answer, in place of what was refused in its cell. */
  protected await(change: CellChange): void {
    const { id, field } = change
    this.refused.drop(id, field)
    this.show(change)
    this.pending.set(id, (this.pending.get(id) ?? new Map()).set(field, change))
  }

  /** Takes an answered change from those that wait, unless a later one of its cell waits. */
  protected settle(change: CellChange): void {
    const cells = this.pending.get(change.id)
    if (cells?.get(change.field) === change) cells.delete(change.field)
    if (cells?.size === 0) this.pending.delete(change.id)
  }

  /** Keeps a value that the API refused, unless a later entry stands in its cell, which then is based on what is stored. */
  protected refuse(change: CellChange, why: string): void {
    const { id, field, before, after } = change
    const latest = this.pending.get(id)?.get(field)
    if (latest && latest !== change) latest.before = before
    else this.refused.put({ id, field, before, after, why, stored: before })
  }

  /** Keeps a text that cannot be read; the row shows it in place of its value. */
  protected keep({ id, field, entered, row, why }: UnreadableEntry): void {
    const earlier = this.refused.at(id, field)
    if (earlier) this.giveUp(earlier)
    const stored = this.rows.has(id) ? this.rows.get(id)?.[field] : earlier?.stored
    this.refused.put({ id, field, entered, row, why, before: earlier ? earlier.before : stored, stored })
  }

  /** Drops a refused entry: its cell shows what is stored. */
  protected giveUp({ id, field, stored }: RefusedCell): void {
    this.refused.drop(id, field)
    this.show({ id, field, after: stored })
  }

  #withEntries(row: MutableRow): MutableRow {
    for (const cell of this.refused.ofRow(row.id)) {
      cell.stored = row[cell.field]
      if (cell.entered === undefined) row[cell.field] = cell.after
    }
    for (const { field, after } of this.pending.get(row.id)?.values() ?? []) row[field] = after
    return row
  }
}
