import type { RaRecord } from 'react-admin'
import type { ListPage, RedressProvider } from '#admin/provider/contract.ts'
import { type SheetRow, unreadRow } from './rows.ts'
import type { ListParameters } from './view/listParameters.ts'

/** Rows in one response. */
const pageSize = 200

/** What a list is read by. */
export type PagerQuery = Pick<ListParameters, 'filter' | 'order'>

/** Reads those pages of a list that a person looks at: the next one by cursor, a distant one by range. */
export class Pager {
  /** The rows of the list, each in its place; a page that is read is written into it. */
  readonly rows: SheetRow[] = []
  /** How many pages were read so far. */
  reads = 0
  state: 'reading' | 'read' | 'failed' = 'reading'
  total = 0
  asOf: string | undefined
  error: unknown
  /** Where a page begins, by its number. */
  readonly #cursors = new Map<number, string>()
  readonly #places = new Map<string, number>()
  readonly #running = new Set<number>()
  #looked: readonly [first: number, last: number] = [0, 0]
  #stop = new AbortController()

  constructor(
    readonly resource: string,
    readonly query: PagerQuery,
    private readonly provider: Pick<RedressProvider, 'page'>,
    /** Turns the rows of a page into those to show. */
    private readonly adopt: (rows: readonly RaRecord[]) => SheetRow[],
    /** Hears of each page that was read, and of a failure. */
    private readonly changed: () => void,
  ) {}

  /** Reads the pages of these rows, unless they are there. */
  async look(first: number, last = first): Promise<void> {
    this.#looked = [first, last]
    const from = Math.floor(first / pageSize)
    const pages = Array.from({ length: Math.floor(last / pageSize) - from + 1 }, (_, index) => from + index)
    await Promise.all(pages.filter((page) => this.#lacks(page)).map((page) => this.#read(page)))
  }

  /** Reads again what could not be read. */
  again = (): Promise<void> => this.look(...this.#looked)

  stop(): void {
    this.#stop.abort()
  }

  #lacks(page: number): boolean {
    if (this.#running.has(page)) return false
    if (this.rows.length === 0) return page === 0 && this.state !== 'read'
    return this.rows.slice(page * pageSize, (page + 1) * pageSize).includes(unreadRow)
  }

  async #read(page: number): Promise<void> {
    const { signal } = this.#stop
    const start = page * pageSize
    const cursor = this.#cursors.get(page)
    const place = cursor || page === 0 ? { cursor } : { range: [start, start + pageSize - 1] as const }
    this.#running.add(page)
    try {
      const answer = await this.provider.page(this.resource, { ...this.query, ...place, limit: pageSize, signal })
      if (signal.aborted) return
      this.#put(start, answer)
      if (answer.cursor) this.#cursors.set(page + 1, answer.cursor)
      this.state = 'read'
    } catch (error) {
      if (signal.aborted) return
      this.error = error
      this.state = 'failed'
    }
    this.#running.delete(page)
    this.changed()
  }

  #put(start: number, { rows, total, asOf, cursor }: ListPage): void {
    const end = start + rows.length
    // The last page tells where the list ends, whatever was added above it since the list was opened.
    this.total = cursor ? Math.max(total, end) : rows.length > 0 ? end : Math.min(total, start)
    this.asOf = asOf
    this.reads += 1
    if (this.rows.length > this.total) this.rows.length = this.total
    for (let place = this.rows.length; place < this.total; place++) this.rows.push(unreadRow)
    for (const [index, row] of this.adopt(rows).entries()) {
      const before = this.#places.get(row.id)
      // A row that moved since it was read leaves its old place, which is read again when somebody looks there.
      if (before !== undefined && this.rows[before]?.id === row.id) this.rows[before] = unreadRow
      this.rows[start + index] = row
      this.#places.set(row.id, start + index)
    }
  }
}
