import type * as sqlite from '@photostructure/sqlite'

/** A value as SQLite keeps it. */
export type SqlCell = string | number | null

/** A row as SQLite gives it, by column. */
export type SqlRow = Readonly<Record<string, SqlCell>>

type SqlStatement = InstanceType<typeof sqlite.StatementSync>
type Database = InstanceType<typeof sqlite.DatabaseSync>

// The runtime's own engine where it has one, as on Lambda; elsewhere a package with the same calls.
const { DatabaseSync } = (process.getBuiltinModule('node:sqlite') ??
  (await import('@photostructure/sqlite'))) as typeof sqlite

/** Prepared statements that are kept; what a declaration can ask for has few forms. */
const mostStatements = 400

// A reader waits too: a file is locked for a moment while another connection recovers or closes its log.
const readerPragmas = 'PRAGMA busy_timeout = 5000; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY'

// What is erased is overwritten in the file, and a log that was taken over is cut.
const writerPragmas = `${readerPragmas}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 0`

/** One connection to a SQLite file: the only code that knows the engine. Values never become part of a statement. */
export class SqlFile {
  readonly #database: Database
  readonly #statements = new Map<string, SqlStatement>()
  readonly #open = new Set<SqlStatement>()

  /** Opens a file, which comes into being unless the connection only reads; `:memory:` is a file that nobody shares. */
  constructor(
    readonly path: string,
    { isReader = false }: { isReader?: boolean } = {},
  ) {
    this.#database = new DatabaseSync(path, { readOnly: isReader })
    this.#database.exec(isReader ? readerPragmas : writerPragmas)
  }

  /** Runs statements without values. */
  define(sql: string): void {
    this.#database.exec(sql)
  }

  run(sql: string, values: readonly unknown[] = []): void {
    this.#statement(sql).run(...values.map(cellFrom))
  }

  all(sql: string, values: readonly unknown[] = []): SqlRow[] {
    return this.#statement(sql).all(...values.map(cellFrom)) as SqlRow[]
  }

  first(sql: string, values: readonly unknown[] = []): SqlRow | undefined {
    return this.#statement(sql).get(...values.map(cellFrom)) as SqlRow | undefined
  }

  /** Rows one by one, all of the state at the first of them; a statement of its own, for another one may run meanwhile. */
  *each(sql: string, values: readonly unknown[] = []): Generator<SqlRow> {
    const statement = this.#database.prepare(sql)
    // The package frees a statement that nobody holds, also while its rows are read, and that ends the process.
    this.#open.add(statement)
    try {
      yield* statement.iterate(...values.map(cellFrom)) as Iterable<SqlRow>
    } finally {
      this.#open.delete(statement)
    }
  }

  /** Does all of some work, or after an error nothing of it. */
  transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#database.exec('COMMIT')
      return result
    } catch (error) {
      // A full disk has ended the transaction by itself.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
  }

  /** Reads several things of one state, whatever another connection writes meanwhile. */
  reading<T>(work: () => T): T {
    this.#database.exec('BEGIN')
    try {
      return work()
    } finally {
      if (this.#database.isTransaction) this.#database.exec('COMMIT')
    }
  }

  close(): void {
    this.#statements.clear()
    if (this.#database.isOpen) this.#database.close()
  }

  #statement(sql: string): SqlStatement {
    const known = this.#statements.get(sql)
    if (known) return known
    if (this.#statements.size >= mostStatements) this.#statements.clear()
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

/** A value as the engines take it: some end the process at a boolean, cut a text at NUL, or round a large integer. */
function cellFrom(value: unknown): SqlCell {
  if (typeof value === 'string') return textCell(value)
  if (typeof value === 'boolean') return Number(value)
  if (value === undefined || value === null) return null
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new TypeError('The projection keeps texts and numbers only')
}

/** A text as it comes back from SQLite, which keeps no NUL and no half of a character. */
export const textCell = (text: string): string =>
  text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '').toWellFormed() : text

/** A row is not as it was written: bits of the file have changed. */
export class DamagedRow extends Error {
  override readonly name = 'DamagedRow'
}

// Result codes of SQLite after which a file is not to be trusted: ERROR (a name is not found), NOMEM, READONLY, IOERR,
// CORRUPT, CANTOPEN, TOOBIG, CONSTRAINT, MISMATCH, FORMAT, NOTADB. No question of a person leads to one in a sound file.
const damageCodes = [1, 7, 8, 10, 11, 14, 18, 19, 20, 24, 26]
const corruptCode = 11
const notDatabaseCode = 26
const fullCode = 13

/** Codes of the engine and of the system that an error has, for its words are another engine's tomorrow. */
const codesOf = (error: unknown) => {
  const { name, code, errcode, message }: { [K in 'name' | 'code' | 'errcode' | 'message']?: unknown } = Object(error)
  if (errcode !== undefined) return { name, code, result: Number(errcode) & 0xff }
  // The package gives no result code while rows are read, and then there is little else to go wrong but the file.
  const isUncoded = code === 'ERR_SQLITE_ERROR' && /malformed|not a database|corrupt|i\/o/i.test(String(message))
  return { name, code, result: isUncoded ? corruptCode : undefined }
}

/** Whether an error says that the file is not to be trusted and has to be made anew. */
export function isDamage(error: unknown): boolean {
  const { name, code, result } = codesOf(error)
  // An integer that none of ours can be, and a file that was closed to be made anew.
  if (name === 'DamagedRow' || code === 'ERR_OUT_OF_RANGE' || code === 'ERR_INVALID_STATE') return true
  return result !== undefined && damageCodes.includes(result)
}

/** Whether an error says that the content of a file is damaged, whatever else may be wrong with its disk. */
export function isCorrupt(error: unknown): boolean {
  const { result } = codesOf(error)
  return result === corruptCode || result === notDatabaseCode
}

/** Whether an error says that the disk is full. */
export function isFull(error: unknown): boolean {
  const { code, result } = codesOf(error)
  return result === fullCode || code === 'ENOSPC'
}
