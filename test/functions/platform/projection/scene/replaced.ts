import type { SqlFile } from '#functions/platform/projection/file/sqlite.ts'
import type { LaggingFeed } from './laggingFeed.ts'

type SqliteModule = typeof import('#functions/platform/projection/file/sqlite.ts')

// Modules of the product are replaced by what stands here, so nothing here may import them.

/** The feed that the product reads in a test whose modules of the store are replaced. */
export const feedInUse: { feed?: LaggingFeed } = {}

function feed(): LaggingFeed {
  if (!feedInUse.feed) throw new Error('The test has no feed')
  return feedInUse.feed
}

/** Replaces the reading of the index: to be given to `vi.mock` of `readIndex.ts`. */
export const readIndexOfFeed = async <T extends object>(original: () => Promise<T>) => ({
  ...(await original()),
  readChanges: (...values: Parameters<LaggingFeed['readChanges']>) => feed().readChanges(...values),
})

/** Replaces the reading by id: to be given to `vi.mock` of `read.ts`. */
export const readOfFeed = async <T extends object>(original: () => Promise<T>) => ({
  ...(await original()),
  getFeedEntry: (...values: Parameters<LaggingFeed['getFeedEntry']>) => feed().getFeedEntry(...values),
  getAnyRecord: (id: string) => feed().getAnyRecord(id),
  getRecords: (...values: Parameters<LaggingFeed['getRecords']>) => feed().getRecords(...values),
})

/** The files in memory, by key without the name of the table. */
export const bucket = new Map<string, Uint8Array<ArrayBuffer>>()

/** Replaces the files by those in memory, which all instances share: to be given to `vi.mock` of `files.ts`. */
export const filesInMemory = async <T extends object>(original: () => Promise<T>) => ({
  ...(await original()),
  putFile: async (key: string, { body }: { body: Blob | string }) => {
    bucket.set(sharedKey(key), new Uint8Array(await new Blob([body]).arrayBuffer()))
  },
  getFile: async (key: string) => {
    if (bucket.has('away')) throw new TypeError('fetch failed')
    const bytes = bucket.get(sharedKey(key))
    return bytes && new Response(bytes)
  },
})

/** Replaces the removal of files by one from memory: to be given to `vi.mock` of `removeFiles.ts`. */
export const removalInMemory = () => ({
  removeFiles: async (prefix: string, _bucket: string, except = '\0') => {
    const removed = [...bucket.keys()].filter(
      (key) => key.startsWith(sharedKey(prefix)) && !key.startsWith(sharedKey(except)),
    )
    for (const key of removed) bucket.delete(key)
    return removed.length
  },
})

const sharedKey = (key: string): string => key.replace(/^projection\/[^/]+/, 'projection')

/** What the connections of a test did: the writing one of each table's projection, and every statement that was run. */
export const spied = {
  files: new Map<string, SqlFile>(),
  statements: new Set<string>(),
  /** Runs when a file is opened for writing. */
  onOpen: (_file: SqlFile): void => {},
}

/** Replaces the connections by ones that are listened to: to be given to `vi.mock` of `sqlite.ts`. */
export async function spiedSqlite(original: () => Promise<SqliteModule>): Promise<SqliteModule> {
  const module = await original()
  class SpiedFile extends module.SqlFile {
    constructor(path: string, options: { isReader?: boolean } = {}) {
      super(path, options)
      const table = process.env.TABLE_NAME ?? ''
      const isFollowed = !options.isReader && !path.endsWith('.fresh')
      if (isFollowed) spied.onOpen(this)
      if (isFollowed && !(path === ':memory:' && spied.files.has(table))) spied.files.set(table, this)
    }
    override define(sql: string): void {
      spied.statements.add(sql)
      super.define(sql)
    }
    override run(sql: string, values?: readonly unknown[]): void {
      spied.statements.add(sql)
      super.run(sql, values)
    }
    override all(sql: string, values?: readonly unknown[]) {
      spied.statements.add(sql)
      return super.all(sql, values)
    }
    override first(sql: string, values?: readonly unknown[]) {
      spied.statements.add(sql)
      return super.first(sql, values)
    }
    override each(sql: string, values?: readonly unknown[]) {
      spied.statements.add(sql)
      return super.each(sql, values)
    }
  }
  return { ...module, SqlFile: SpiedFile }
}
