import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Tree = { [name: string]: unknown }
type TreePath = string | readonly string[]

const revive = (name: string, value: unknown) =>
  name.endsWith('Date') && typeof value === 'string' ? new Date(value) : value

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null
const pathOf = (key: TreePath) => (typeof key === 'string' ? [key] : key)

/**
 * A data store for cognito-local that writes each change to a temporary file and renames it over the old one. The store
 * of cognito-local writes in place: two logins at once, or a `kill -9`, could leave half a file.
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
    const names = [...pathOf(key)]
    const last = names.pop() ?? ''
    this.parent(names)[last] = value
    this.save()
  }

  async delete(_context: unknown, key: TreePath) {
    const names = [...pathOf(key)]
    const last = names.pop() ?? ''
    delete this.parent(names)[last]
    this.save()
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
    const draft = `${this.path}.new`
    writeFileSync(draft, JSON.stringify(this.root, null, 1), { mode: 0o600 })
    renameSync(draft, this.path)
  }
}

/** Opens one JSON file per user pool in `folder`, as cognito-local expects of a store factory. */
export const identityStores = (folder: string) => ({
  create: async (_context: unknown, id: string, defaults: Tree) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, `${id}.json`)
    return new IdentityStore(path, existsSync(path) ? JSON.parse(readFileSync(path, 'utf8'), revive) : defaults)
  },
})
