import type { RaRecord } from 'react-admin'
import type { RedressProvider, RowResult } from '#admin/provider/contract.ts'
import { isSame } from '#admin/provider/patch.ts'
import {
  byRow,
  type CellChange,
  type Command,
  type Conflict,
  clashesWith,
  conflictOf,
  type EditFailure,
  inverse,
  type NewValue,
  patchOf,
} from './edits.ts'

type MutableRow = RaRecord & { id: string }
type Kind = 'edit' | 'undo' | 'redo'

/**
 * The edits of one sheet, with undo and redo. It owns copies of the rows, saves each command as one request with the
 * versions it was based on, keeps refused edits, and never overwrites the change of another person.
 */
export class EditHistory {
  /** The rows as shown, by id; the grid draws these objects. */
  readonly rows = new Map<string, MutableRow>()
  readonly failures = new Map<string, EditFailure>()
  readonly pending = new Map<string, Set<string>>()
  readonly changed = new Set<string>()
  conflicts: Conflict[] = []
  commands: Command[] = []
  notice: 'saved' | 'undoBlocked' | undefined
  /** The columns of the list; a row lacks those without a value. */
  columns: readonly string[] = []
  #versions = new Map<string, number>()
  #queue: Promise<unknown> = Promise.resolve()
  #keys = 0

  constructor(
    readonly resource: string,
    private readonly provider: Pick<RedressProvider, 'rows' | 'getMany'>,
    private readonly redraw: () => void,
  ) {}

  /** Adds copies of rows and returns the objects to show. A row that is already here keeps its edits. */
  adopt(rows: readonly RaRecord[]): MutableRow[] {
    return rows.map((row) => {
      const id = String(row.id)
      const shown = this.rows.get(id) ?? { ...row, id }
      this.rows.set(id, shown)
      return shown
    })
  }

  /** Removes all rows before the list is read again; refused edits stay and return to their cells. */
  clear(): void {
    this.rows.clear()
    this.changed.clear()
    this.#versions.clear()
  }

  /** Shows refused edits again, in rows that were read again. */
  restoreFailures(): void {
    for (const [id, { changes }] of this.failures) this.#show(id, changes)
  }

  get isSaving(): boolean {
    return this.pending.size > 0
  }

  /** Whether there is a command to undo (`isUndone` false) or to redo (true). */
  has(isUndone: boolean): boolean {
    return this.commands.some((command) => command.isUndone === isUndone)
  }

  /** Changes cells and saves them. A cell that already has the value is left out. */
  apply(values: readonly NewValue[]): Promise<void> {
    const changes = values.flatMap(({ id, field, after }): CellChange[] => {
      const row = this.rows.get(id)
      const refusal = this.failures.get(id)?.changes.find((change) => change.field === field)
      const before = refusal ? refusal.before : row?.[field]
      return !row || (isSame(row[field], after) && !refusal) ? [] : [{ id, field, before, after }]
    })
    return this.#run(changes, 'edit')
  }

  undo(): Promise<void> {
    const last = this.commands.findLast((command) => !command.isUndone)
    return last ? this.#run(inverse(last.changes), 'undo', last) : Promise.resolve()
  }

  redo(): Promise<void> {
    const next = this.commands.find((command) => command.isUndone)
    return next ? this.#run(next.changes, 'redo', next) : Promise.resolve()
  }

  /** Saves all refused rows again. */
  retry(): Promise<void> {
    const changes = [...this.failures.values()].flatMap((failure) => failure.changes)
    this.failures.clear()
    return this.#run(changes, 'edit')
  }

  /** Drops all refused edits: the cells show what is stored. */
  discard(): void {
    for (const [id, { changes }] of this.failures) this.#show(id, inverse(changes))
    this.failures.clear()
    this.redraw()
  }

  /** Resolves conflicts: `mine` is saved over their value, `theirs` replaces mine in the cell. */
  resolve(choices: readonly { conflict: Conflict; keep: 'mine' | 'theirs' }[]): Promise<void> {
    const resolved = new Set(choices.map(({ conflict }) => conflict))
    this.conflicts = this.conflicts.filter((conflict) => !resolved.has(conflict))
    for (const { conflict } of choices) this.#accept(conflict.id, conflict.current)
    const mine = choices
      .filter(({ keep }) => keep === 'mine')
      .map(({ conflict: { id, field, theirs, mine } }) => ({ id, field, before: theirs, after: mine }))
    this.redraw()
    return this.#run(mine, 'edit')
  }

  #run(changes: readonly CellChange[], kind: Kind, command?: Command): Promise<void> {
    if (changes.length === 0) return Promise.resolve()
    for (const [id, some] of byRow(changes)) {
      this.#show(id, some)
      this.failures.delete(id)
      this.pending.set(id, new Set([...(this.pending.get(id) ?? []), ...some.map(({ field }) => field)]))
    }
    this.notice = undefined
    this.redraw()
    const saved = this.#queue.then(() => this.#save(changes, kind, command))
    this.#queue = saved
    return saved
  }

  async #save(changes: readonly CellChange[], kind: Kind, command?: Command): Promise<void> {
    const rows = byRow(changes)
    const done: CellChange[] = []
    try {
      await this.#readVersions([...rows.keys()])
      const ready = [...rows].map(
        ([id, some]) => [id, this.#withoutConflicts(id, some, this.#current.get(id), kind)] as const,
      )
      done.push(...(await this.#send(new Map(ready.filter(([, some]) => some.length > 0)), kind, true)))
    } catch (error) {
      const message = error instanceof Error ? error.message : ''
      for (const [id, some] of rows)
        if (!done.some((change) => change.id === id)) this.failures.set(id, { message, errors: {}, changes: some })
    }
    this.#current.clear()
    for (const id of rows.keys()) this.pending.delete(id)
    this.#remember(done, kind, command)
    if (done.length > 0 && this.notice === undefined) this.notice = 'saved'
    this.redraw()
  }

  #current = new Map<string, RaRecord>()

  /** Reads the rows that are about to change, because a row of a list has no version. */
  async #readVersions(ids: readonly string[]): Promise<void> {
    const unknown = ids.filter((id) => !this.#versions.has(id))
    if (unknown.length === 0) return
    const { data } = await this.provider.getMany(this.resource, { ids: unknown })
    for (const record of data) {
      this.#versions.set(String(record.id), record.version)
      this.#current.set(String(record.id), record)
    }
  }

  async #send(rows: ReadonlyMap<string, CellChange[]>, kind: Kind, isFirst: boolean): Promise<CellChange[]> {
    if (rows.size === 0) return []
    const patches = [...rows].map(([id, some]) => ({
      id,
      version: this.#versions.get(id) ?? 0,
      changes: patchOf(some),
    }))
    const results = await this.provider.rows(this.resource, patches)
    const done: CellChange[] = []
    const retries = new Map<string, CellChange[]>()
    for (const result of results) {
      const some = rows.get(result.id) ?? []
      if (result.ok) {
        this.#accept(result.id, result.record)
        this.changed.add(result.id)
        done.push(...some)
      } else if (result.status === 412 && result.current && isFirst) {
        this.#versions.set(result.id, result.current.version)
        const free = this.#withoutConflicts(result.id, some, result.current, kind)
        if (free.length > 0) retries.set(result.id, free)
      } else this.#refuse(result, some)
    }
    return [...done, ...(await this.#send(retries, kind, false))]
  }

  #refuse(result: Extract<RowResult, { ok: false }>, changes: CellChange[]): void {
    const errors = result.errors ?? {}
    this.failures.set(result.id, { message: Object.values(errors)[0] ?? result.message, errors, changes })
  }

  /** The changes that conflict with nobody's. The others become conflicts; an undo or redo with one is dropped whole. */
  #withoutConflicts(id: string, changes: CellChange[], current: RaRecord | undefined, kind: Kind): CellChange[] {
    if (!current) return changes
    const clashes = clashesWith(current, changes)
    if (clashes.length === 0) return changes
    this.#accept(id, current)
    if (kind !== 'edit') {
      this.notice = 'undoBlocked'
      return []
    }
    const free = changes.filter((change) => !clashes.includes(change))
    this.#show(id, free)
    this.conflicts = [
      ...this.conflicts.filter(
        (conflict) => conflict.id !== id || !clashes.some(({ field }) => field === conflict.field),
      ),
      ...clashes.map((change) => conflictOf(change, current)),
    ]
    return free
  }

  /** Shows the stored record in the columns of its row, and keeps its version. */
  #accept(id: string, record: RaRecord): void {
    this.#versions.set(id, record.version)
    const row = this.rows.get(id)
    if (!row) return
    for (const name of new Set([...Object.keys(row), ...this.columns])) if (name !== 'id') row[name] = record[name]
  }

  #show(id: string, changes: readonly CellChange[]): void {
    const row = this.rows.get(id)
    for (const { field, after } of row ? changes : []) if (row) row[field] = after
  }

  #remember(done: readonly CellChange[], kind: Kind, repeated?: Command): void {
    const isUndone = kind === 'undo' && done.length > 0
    if (kind !== 'edit') this.commands = this.commands.map((each) => (each === repeated ? { ...each, isUndone } : each))
    else if (done.length > 0) {
      this.#keys += 1
      const command = { key: this.#keys, timeMs: Date.now(), changes: done, isUndone: false }
      this.commands = [...this.commands.filter((each) => !each.isUndone), command].slice(-100)
    }
  }
}
