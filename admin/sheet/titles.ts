import { type DeclaredField, firstSort } from '#admin/entity/declaredFields.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { EditorChoice } from './edit/editors.ts'

/** Titles of referenced records, read in one request per resource and kept while the sheet is open. */
export class Titles {
  readonly #known = new Map<string, string>()
  readonly #asked = new Set<string>()
  readonly #lists = new Map<string, Promise<readonly EditorChoice[]>>()

  constructor(
    private readonly provider: Pick<RedressProvider, 'getMany' | 'page'>,
    private readonly told: () => void,
  ) {}

  titleOf = (_resource: string, id: string): string | undefined => this.#known.get(id)

  /** The id behind a title shown here, for a pasted name. */
  idOf = (resource: string, title: string): string | undefined => {
    const { prefix } = entityOf(resource)
    for (const [id, known] of this.#known) if (known === title && id.startsWith(`${prefix}_`)) return id
    return undefined
  }

  /** Reads the titles that these rows need. */
  async need(columns: readonly DeclaredField[], rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    const wanted = new Map<string, Set<string>>()
    for (const { name, field } of columns) {
      if (field.kind !== 'reference' && field.kind !== 'references') continue
      for (const row of rows)
        for (const id of [row[name]].flat())
          if (typeof id === 'string' && !this.#asked.has(id)) {
            this.#asked.add(id)
            const ids = wanted.get(field.resource ?? '') ?? new Set()
            wanted.set(field.resource ?? '', ids.add(id))
          }
    }
    await Promise.all([...wanted].map(([resource, ids]) => this.#read(resource, [...ids])))
    if (wanted.size > 0) this.told()
  }

  async #read(resource: string, ids: string[]): Promise<void> {
    const { title } = entityOf(resource)
    try {
      const { data } = await this.provider.getMany(resource, { ids })
      for (const record of data) this.#known.set(String(record.id), String(record[title] ?? record.id))
    } catch {
      for (const id of ids) this.#asked.delete(id)
    }
  }

  /** Records of a resource to choose from, by what was typed. */
  async find(resource: string, typed: string): Promise<readonly EditorChoice[]> {
    const entity = entityOf(resource)
    if (entity.search && typed.length > 1) return this.#list(resource, { q: typed }, 20)
    const all = await this.#first(resource)
    const wanted = typed.toLocaleLowerCase()
    return all.filter(({ label }) => label.toLocaleLowerCase().includes(wanted)).slice(0, 50)
  }

  #first(resource: string): Promise<readonly EditorChoice[]> {
    const known = this.#lists.get(resource) ?? this.#list(resource, {}, 200)
    this.#lists.set(resource, known)
    known.catch(() => this.#lists.delete(resource))
    return known
  }

  async #list(resource: string, filter: Record<string, unknown>, limit: number): Promise<readonly EditorChoice[]> {
    const entity = entityOf(resource)
    const { rows } = await this.provider.page(resource, {
      filter,
      limit,
      ...(!filter.q && { sort: firstSort(entity) }),
    })
    return rows.map((row) => {
      const choice = { value: String(row.id), label: String(row[entity.title] ?? row.id) }
      this.#known.set(choice.value, choice.label)
      return choice
    })
  }
}
