import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeWhole } from '#infra/local/disk/wholeFile.ts'
import { readPool } from './identityFiles.ts'

type Tree = { [name: string]: unknown }
type TreePath = string | readonly string[]

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null
const pathOf = (key: TreePath) => (typeof key === 'string' ? [key] : key)

const withoutSessions = (value: unknown): string =>
  JSON.stringify(value, (name, part) => (name === 'RefreshTokens' ? undefined : part))

const sessionsOf = (value: unknown): number =>
  isTree(value) && Array.isArray(value.RefreshTokens) ? value.RefreshTokens.length : 0

/** Whether a login only has one session more, which nobody misses but who has to sign in again after a restart. */
const isOneMoreSession = (before: unknown, after: unknown): boolean =>
  isTree(before) && withoutSessions(before) === withoutSessions(after) && sessionsOf(after) >= sessionsOf(before)

/**
 * A data store for cognito-local that writes each change to a temporary file and renames it over the old one. The store
 * of cognito-local writes in place: two logins at once, or a `kill -9`, could leave half a file. A change that cannot be
 * written is taken back; only sessions are kept in memory then, so that people can sign in and read with a full disk.
 */
export class IdentityStore {
  constructor(
    private readonly path: string,
    private readonly root: Tree,
  ) {
    this.save()
  }

  async getRoot() {
    return this.root
  }

  async get(_context: unknown, key: TreePath, fallback: unknown = null) {
    let node: unknown = this.root
    for (const name of pathOf(key)) node = isTree(node) && Object.hasOwn(node, name) ? node[name] : undefined
    return node ?? fallback
  }

  async set(_context: unknown, key: TreePath, value: unknown) {
    this.change(key, (parent, name) => {
      parent[name] = value
    })
  }

  async delete(_context: unknown, key: TreePath) {
    this.change(key, (parent, name) => {
      delete parent[name]
    })
  }

  private change(key: TreePath, act: (parent: Tree, name: string) => void) {
    const names = [...pathOf(key)]
    const last = names.pop() ?? ''
    const parent = this.parent(names)
    const [isThere, before] = [Object.hasOwn(parent, last), parent[last]]
    act(parent, last)
    try {
      this.save()
    } catch (error) {
      if (isOneMoreSession(before, parent[last])) return
      if (isThere) parent[last] = before
      else delete parent[last]
      throw error
    }
  }

  private parent(names: readonly string[]): Tree {
    let node = this.root
    for (const name of names) {
      const next = Object.hasOwn(node, name) ? node[name] : undefined
      const child = isTree(next) ? next : {}
      if (next !== child)
        Object.defineProperty(node, name, { value: child, enumerable: true, writable: true, configurable: true })
      node = child
    }
    return node
  }

  private save() {
    writeWhole(this.path, JSON.stringify(this.root, null, 1))
  }
}

/** Opens one JSON file per user pool in `folder`, as cognito-local expects of a store factory; damaged ones are `StartProblem`s. */
export const identityStores = (folder: string) => ({
  create: async (_context: unknown, id: string, defaults: Tree) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const known = readPool(dirname(dirname(folder)), `${id}.json`)
    return new IdentityStore(join(folder, `${id}.json`), known ?? defaults)
  },
})
