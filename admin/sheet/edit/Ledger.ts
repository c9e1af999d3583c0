import type { RaRecord } from 'react-admin'
import type { RedressProvider, RowResult } from '#admin/provider/contract.ts'
import { isSame } from '#admin/provider/patch.ts'
import { byRow, type CellChange, type Command, type Conflict, type EditFailure, inverse, patchOf } from './edits.ts'

type LedgerRow = RaRecord & { id: string }
type Kind = 'edit' | 'undo' | 'redo'

/**
 * Everything a person changes in a sheet. It owns copies of the rows, saves each command as one request with the
 * versions it was made against, keeps what was refused, and takes commands back without overwriting anybody.
 */
export class Ledger {
  /** The rows as shown, by id; the grid is handed these very objects. */
  readonly rows = new Map<string, LedgerRow>()
  readonly failures = new Map<string, EditFailure>()
  readonly pending = new Map<string, Set<string>>()
  readonly changed = new Set<string>()
  conflicts: Conflict[] = []
  commands: Command[] = []
  notice: 'saved' | 'undoBlocked' | undefined
  /** Columns a row may gain when a value is set where none stood. */
  columns: readonly string[] = []
  #versions = new Map<string, number>()
  #queue: Promise<unknown> = Promise.resolve()
  #keys = 0

  constructor(
    readonly resource: string,
    private readonly provider: Pick<RedressProvider, 'rows' | 'getMany'>,
    private readonly told: () => void,
  ) {}

  /** Takes rows in as copies, and answers the objects to show. What was changed here meanwhile stays as it is. */
  adopt(rows: readonly RaRecord[]): LedgerRow[] {
    return rows.map((row) => {
      const id = String(row.id)
      const shown = this.rows.get(id) ?? { ...row, id }
      this.rows.set(id, shown)
      return shown
    })
  }

  /** Forgets the rows before the list is read anew; what was refused stays, and goes back into its cells. */
  clear(): void {
    this.rows.clear()
    this.changed.clear()
    this.#versions.clear()
  }

  /** Puts refused entries back into rows that were read anew. */
  restoreFailures(): void {
    for (const [id, { changes }] of this.failures) {
      const row = this.rows.get(id)
      for (const { field, after } of row ? changes : []) if (row) row[field] = after
    }
  }

  get isSaving(): boolean {
    return this.pending.size > 0
  }

  /** Whether there is something to take back (false) or to do again (true). */
  has(isUndone: boolean): boolean {
    return this.commands.some((command) => command.isUndone === isUndone)
  }

  /** Changes cells and saves them. Cells that already hold the value are left out. */
  edit(changes: readonly { id: string; field: string; after: unknown }[]): Promise<void> {
    const real = changes.flatMap(({ id, field, after }): CellChange[] => {
      const row = this.rows.get(id)
      const refused = this.failures.get(id)?.changes.find((change) => change.field === field)
      const before = refused ? refused.before : row?.[field]
      return !row || (isSame(row[field], after) && !refused) ? [] : [{ id, field, before, after }]
    })
    return this.#run(real, 'edit')
  }

  undo(): Promise<void> {
    const last = this.commands.findLast((command) => !command.isUndone)
    return last ? this.#run(inverse(last.changes), 'undo', last) : Promise.resolve()
  }

  redo(): Promise<void> {
    const next = this.commands.find((command) => command.isUndone)
    return next ? this.#run(next.changes, 'redo', next) : Promise.resolve()
  }

  /** Tries all refused rows again. */
  retry(): Promise<void> {
    const changes = [...this.failures.values()].flatMap((failure) => failure.changes)
    this.failures.clear()
    return this.#run(changes, 'edit')
  }

  /** Gives refused entries up: the cells show what is stored. */
  giveUp(): void {
    for (const [id, { changes }] of this.failures) this.#show(id, inverse(changes))
    this.failures.clear()
    this.told()
  }

  /** Settles conflicts: mine is saved over what was shown as theirs, theirs replaces mine in the cell. */
  settle(choices: readonly { conflict: Conflict; keep: 'mine' | 'theirs' }[]): Promise<void> {
    const settled = new Set(choices.map(({ conflict }) => conflict))
    this.conflicts = this.conflicts.filter((conflict) => !settled.has(conflict))
    for (const { conflict } of choices) this.#learn(conflict.id, conflict.current)
    const mine = choices
      .filter(({ keep }) => keep === 'mine')
      .map(({ conflict: { id, field, theirs, mine } }) => ({ id, field, before: theirs, after: mine }))
    this.told()
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
    this.told()
    const saved = this.#queue.then(() => this.#save(changes, kind, command))
    this.#queue = saved
    return saved
  }

  async #save(changes: readonly CellChange[], kind: Kind, command?: Command): Promise<void> {
    const rows = byRow(changes)
    const done: CellChange[] = []
    try {
      await this.#readVersions([...rows.keys()])
      const ready = [...rows].map(([id, some]) => [id, this.#free(id, some, this.#current.get(id), kind)] as const)
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
    this.told()
  }

  #current = new Map<string, RaRecord>()

  /** Rows of a list carry no version, so those about to be changed are read first. */
  async #readVersions(ids: readonly string[]): Promise<void> {
    const unknown = ids.filter((id) => !this.#versions.has(id))
    if (unknown.length === 0) return
    const { data } = await this.provider.getMany(this.resource, { ids: unknown })
    for (const record of data) {
      this.#versions.set(String(record.id), record.version)
      this.#current.set(String(record.id), record)
    }
  }

  async #send(rows: ReadonlyMap<string, CellChange[]>, kind: Kind, mayRepeat: boolean): Promise<CellChange[]> {
    if (rows.size === 0) return []
    const patches = [...rows].map(([id, some]) => ({
      id,
      version: this.#versions.get(id) ?? 0,
      changes: patchOf(some),
    }))
    const results = await this.provider.rows(this.resource, patches)
    const done: CellChange[] = []
    const again = new Map<string, CellChange[]>()
    for (const result of results) {
      const some = rows.get(result.id) ?? []
      if (result.ok) {
        this.#learn(result.id, result.record)
        this.changed.add(result.id)
        done.push(...some)
      } else if (result.status === 412 && result.current && mayRepeat) {
        this.#versions.set(result.id, result.current.version)
        const free = this.#free(result.id, some, result.current, kind)
        if (free.length > 0) again.set(result.id, free)
      } else this.#refuse(result, some)
    }
    return [...done, ...(await this.#send(again, kind, false))]
  }

  #refuse(result: Extract<RowResult, { ok: false }>, changes: CellChange[]): void {
    const errors = result.errors ?? {}
    this.failures.set(result.id, { message: Object.values(errors)[0] ?? result.message, errors, changes })
  }

  /** The changes that meet nobody else's; for the others the conflict is kept, and an undo is dropped whole. */
  #free(id: string, changes: CellChange[], current: RaRecord | undefined, kind: Kind): CellChange[] {
    if (!current) return changes
    const met = changes.filter(
      ({ field, before, after }) => !isSame(current[field], before) && !isSame(current[field], after),
    )
    if (met.length === 0) return changes
    this.#learn(id, current)
    if (kind !== 'edit') {
      this.notice = 'undoBlocked'
      return []
    }
    const free = changes.filter((change) => !met.includes(change))
    this.#show(id, free)
    this.conflicts = [
      ...this.conflicts.filter((conflict) => conflict.id !== id || !met.some(({ field }) => field === conflict.field)),
      ...met.map(({ field, before, after }) => ({
        id,
        field,
        was: before,
        mine: after,
        theirs: current[field],
        current,
      })),
    ]
    return free
  }

  /** Shows what the server holds, in the columns this row has. */
  #learn(id: string, record: RaRecord): void {
    this.#versions.set(id, record.version)
    const row = this.rows.get(id)
    if (!row) return
    for (const name of new Set([...Object.keys(row), ...this.columns])) if (name !== 'id') row[name] = record[name]
  }

  #show(id: string, changes: readonly CellChange[]): void {
    const row = this.rows.get(id)
    for (const { field, after } of row ? changes : []) if (row) row[field] = after
  }

  #remember(done: readonly CellChange[], kind: Kind, command?: Command): void {
    const isUndone = kind === 'undo' && done.length > 0
    if (kind !== 'edit') this.commands = this.commands.map((each) => (each === command ? { ...each, isUndone } : each))
    else if (done.length > 0) {
      this.#keys += 1
      const made = { key: this.#keys, at: Date.now(), changes: done, isUndone: false }
      this.commands = [...this.commands.filter((each) => !each.isUndone), made].slice(-100)
    }
  }
}
