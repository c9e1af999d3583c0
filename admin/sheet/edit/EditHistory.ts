import type { RaRecord } from 'react-admin'
import type { RedressProvider, RowResult } from '#admin/provider/contract.ts'
import { inChunks, isSame } from '#admin/provider/patch.ts'
import {
  byRow,
  type CellChange,
  type Command,
  type Conflict,
  clashesWith,
  conflictOf,
  inverse,
  type NewValue,
  patchOf,
  refusalsOf,
} from './edits.ts'
import { ShownRows, type UnreadableEntry } from './ShownRows.ts'

type Kind = 'edit' | 'undo' | 'redo'
type ChangesByRow = ReadonlyMap<string, readonly CellChange[]>

/** Rows in one request, as the API allows. */
const rowsTogether = 500
/** How often a row is sent: again without refused cells, and on what somebody else has stored meanwhile. */
const mostRounds = 5
const mostCommands = 100

/** One command on its way: what was saved of it, and the records of rows that somebody else had changed. */
interface SaveState {
  readonly kind: Kind
  readonly done: CellChange[]
  readonly seen: Map<string, RaRecord>
  round: number
}

/**
 * The edits of one sheet, with undo and redo. It saves each command as one request with the values it was based on, keeps
 * refused entries, and never overwrites the change of another person.
 */
export class EditHistory extends ShownRows {
  conflicts: Conflict[] = []
  commands: Command[] = []
  notice: 'saved' | 'undoBlocked' | undefined
  /** Cells that the latest command saved. */
  savedCells = 0
  /** Rows of the command that is being saved: those that were answered, and all. */
  progress: { readonly done: number; readonly total: number } | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #keys = 0

  constructor(
    readonly resource: string,
    private readonly provider: Pick<RedressProvider, 'rows'>,
    private readonly redraw: () => void,
  ) {
    super()
  }

  /** Whether there is a command to undo (`isUndone` false) or to redo (true). */
  has(isUndone: boolean): boolean {
    return this.commands.some((command) => command.isUndone === isUndone)
  }

  /** Changes cells and saves them; what could not be read is kept as refused. A cell that already has the value is left out. */
  apply(values: readonly NewValue[], unreadable: readonly UnreadableEntry[] = []): Promise<void> {
    for (const entry of unreadable) this.keep(entry)
    const changes = values.flatMap(({ id, field, after }): CellChange[] => {
      const row = this.rows.get(id)
      const refused = this.refused.at(id, field)
      if (!row && !refused) return []
      if (!isSame(refused ? refused.stored : row?.[field], after))
        return [{ id, field, before: refused ? refused.before : row?.[field], after }]
      if (refused) this.giveUp(refused)
      return []
    })
    this.redraw()
    return this.#run(changes, 'edit')
  }

  undo(): Promise<void> {
    const last = this.commands.findLast((command) => !command.isUndone)
    return last ? this.#run(inverse(last.changes), 'undo', last) : Promise.resolve()
  }

  redo(): Promise<void> {
    const next = this.commands.find((command) => command.isUndone)
    return next ? this.#run([...next.changes], 'redo', next) : Promise.resolve()
  }

  /** Drops all refused entries: the cells show what is stored. */
  discard(): void {
    for (const cell of this.refused.all) this.giveUp(cell)
    this.redraw()
  }

  /** Resolves conflicts: `mine` is saved over their value, `theirs` replaces mine in the cell. */
  resolve(choices: readonly { conflict: Conflict; keep: 'mine' | 'theirs' }[]): Promise<void> {
    const resolved = new Set(choices.map(({ conflict }) => conflict))
    this.conflicts = this.conflicts.filter((conflict) => !resolved.has(conflict))
    for (const { conflict } of choices) this.accept(conflict.id, conflict.current)
    const mine = choices
      .filter(({ keep }) => keep === 'mine')
      .map(({ conflict: { id, field, theirs, mine } }) => ({ id, field, before: theirs, after: mine }))
    this.redraw()
    return this.#run(mine, 'edit')
  }

  #run(changes: readonly CellChange[], kind: Kind, command?: Command): Promise<void> {
    if (changes.length === 0) return Promise.resolve()
    for (const change of changes) this.await(change)
    this.notice = undefined
    this.redraw()
    const saved = this.#queue.then(() => this.#save(changes, kind, command))
    this.#queue = saved
    return saved
  }

  async #save(changes: readonly CellChange[], kind: Kind, command?: Command): Promise<void> {
    const saving: SaveState = { kind, done: [], seen: new Map(), round: 1 }
    for (let waiting: ChangesByRow = byRow(changes); waiting.size > 0; saving.round++)
      waiting = await this.#send(waiting, saving)
    for (const change of changes) this.settle(change)
    this.progress = undefined
    this.savedCells = saving.done.length
    this.#remember(saving.done, kind, command)
    if (saving.done.length > 0 && this.notice === undefined) this.notice = 'saved'
    this.redraw()
  }

  /** Sends rows and takes in what became of them; returns what is to be sent again. */
  async #send(rows: ChangesByRow, saving: SaveState): Promise<ChangesByRow> {
    const again = new Map<string, readonly CellChange[]>()
    const chunks = inChunks([...rows], rowsTogether)
    for (const [index, chunk] of chunks.entries()) {
      this.progress = { done: index * rowsTogether, total: rows.size }
      this.redraw()
      try {
        const patches = chunk.map(([id, some]) => patchOf(id, some, saving.seen.get(id)))
        for (const result of await this.provider.rows(this.resource, patches)) {
          const rest = this.#rest(result, rows.get(result.id) ?? [], saving)
          if (rest.length > 0) again.set(result.id, rest)
        }
      } catch (error) {
        // Without an answer nobody knows more of the rows after these either.
        const why = error instanceof Error ? error.message : ''
        for (const [, some] of chunks.slice(index).flat()) for (const change of some) this.refuse(change, why)
        return new Map()
      }
    }
    return again
  }

  /** Takes in what became of a row; returns those of its changes that are to be sent again. */
  #rest(result: RowResult, changes: readonly CellChange[], saving: SaveState): readonly CellChange[] {
    const isLast = saving.round >= mostRounds
    if (result.ok) {
      for (const change of changes) this.settle(change)
      this.accept(result.id, result.record)
      this.changed.add(result.id)
      saving.done.push(...changes)
      return []
    }
    if (!isLast && result.status === 412 && result.current) {
      saving.seen.set(result.id, result.current)
      return this.#withoutConflicts(result.id, changes, result.current, saving.kind)
    }
    const { refused, again } = refusalsOf(result, changes)
    for (const [change, why] of refused) this.refuse(change, why)
    if (!isLast) return again
    for (const change of again) this.refuse(change, result.message)
    return []
  }

  /** The changes that conflict with nobody's. The others become conflicts; an undo or redo with one is dropped whole. */
  #withoutConflicts(id: string, changes: readonly CellChange[], current: RaRecord, kind: Kind): readonly CellChange[] {
    const clashes = clashesWith(current, changes)
    if (clashes.length === 0) return changes
    const free = kind === 'edit' ? changes.filter((change) => !clashes.includes(change)) : []
    for (const change of changes) if (!free.includes(change)) this.settle(change)
    this.accept(id, current)
    if (kind !== 'edit') this.notice = 'undoBlocked'
    else {
      const isSettled = (conflict: Conflict) =>
        conflict.id === id && clashes.some(({ field }) => field === conflict.field)
      const others = this.conflicts.filter((conflict) => !isSettled(conflict))
      this.conflicts = [...others, ...clashes.map((change) => conflictOf(change, current))]
    }
    return free
  }

  #remember(done: readonly CellChange[], kind: Kind, repeated?: Command): void {
    const isUndone = kind === 'undo' && done.length > 0
    if (kind !== 'edit') this.commands = this.commands.map((each) => (each === repeated ? { ...each, isUndone } : each))
    else if (done.length > 0) {
      this.#keys += 1
      const command = { key: this.#keys, timeMs: Date.now(), changes: done, isUndone: false }
      this.commands = [...this.commands.filter((each) => !each.isUndone), command].slice(-mostCommands)
    }
  }
}
