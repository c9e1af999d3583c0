import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { entityOf, entityOfId } from '#shared/entities/index.ts'
import { isSearchable } from '#shared/values/search.ts'
import { choicesByLabel, type EditorChoice } from './edit/editorChoices.ts'

/** Titles of referenced records, read in one request per resource and cached while the sheet is open. */
export class Titles {
  readonly #titles = new Map<string, string>()
  readonly #idsByTitle = new Map<string, Set<string>>()
  /** Ids that were requested, answered or not. */
  readonly #requested = new Set<string>()
  readonly #lists = new Map<string, Promise<readonly EditorChoice[]>>()

  constructor(
    private readonly provider: Pick<RedressProvider, 'getMany' | 'page'>,
    private readonly redraw: () => void,
    /** A title as a person reads it. */
    private readonly labelOf: (entity: Entity, title: string) => string = (_, title) => title,
  ) {}

  /** How many titles are known. */
  get count(): number {
    return this.#titles.size
  }

  titleOf = (_resource: string, id: string): string | undefined => this.#titles.get(id)

  /** The id of the one record with a title, for a pasted name; among the titles read so far. */
  idOf = (resource: string, title: string): string | undefined => {
    const { prefix } = entityOf(resource)
    const ids = [...(this.#idsByTitle.get(title) ?? [])].filter((id) => id.startsWith(`${prefix}_`))
    return ids.length === 1 ? ids[0] : undefined
  }

  #keep(id: string, title: string) {
    this.#titles.set(id, title)
    const entity = entityOfId(id)
    for (const text of new Set([title, entity ? this.labelOf(entity, title) : title]))
      this.#idsByTitle.set(text, (this.#idsByTitle.get(text) ?? new Set()).add(id))
  }

  /** Reads the titles of the records that these rows refer to. */
  async need(columns: readonly DeclaredField[], rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    const idsByResource = new Map<string, Set<string>>()
    for (const { name, field } of columns) {
      if (field.kind !== 'reference' && field.kind !== 'references') continue
      for (const row of rows)
        for (const id of [row[name]].flat())
          if (typeof id === 'string' && !this.#requested.has(id)) {
            this.#requested.add(id)
            const ids = idsByResource.get(field.resource ?? '') ?? new Set()
            idsByResource.set(field.resource ?? '', ids.add(id))
          }
    }
    await Promise.all([...idsByResource].map(([resource, ids]) => this.#read(resource, [...ids])))
    if (idsByResource.size > 0) this.redraw()
  }

  async #read(resource: string, ids: string[]): Promise<void> {
    const { title } = entityOf(resource)
    try {
      const { data } = await this.provider.getMany(resource, { ids, meta: { fields: [title] } })
      for (const record of data) this.#keep(String(record.id), String(record[title] ?? record.id))
    } catch {
      for (const id of ids) this.#requested.delete(id)
    }
  }

  /** Records of a resource to choose from, whose titles contain what was typed. */
  async find(resource: string, typed: string): Promise<readonly EditorChoice[]> {
    const entity = entityOf(resource)
    if (entity.search && isSearchable(typed)) return this.#list(resource, { ...entity.offered, q: typed }, 20)
    const all = await this.#first(resource)
    return choicesByLabel(all, typed).slice(0, 50)
  }

  #first(resource: string): Promise<readonly EditorChoice[]> {
    const list = this.#lists.get(resource) ?? this.#list(resource, { ...entityOf(resource).offered }, 200)
    this.#lists.set(resource, list)
    list.catch(() => this.#lists.delete(resource))
    return list
  }

  async #list(resource: string, filter: Record<string, unknown>, limit: number): Promise<readonly EditorChoice[]> {
    const entity = entityOf(resource)
    const { rows } = await this.provider.page(resource, { filter, limit })
    return rows.map((row) => {
      const [id, title] = [String(row.id), String(row[entity.title] ?? row.id)]
      this.#keep(id, title)
      return { value: id, label: this.labelOf(entity, title) }
    })
  }
}
