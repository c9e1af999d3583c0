import type { Identifier, RaRecord, SortPayload } from 'react-admin'
import type { RedressProvider } from '#admin/provider/contract.ts'

/** Rows one request brings. */
const pageSize = 200

export interface Query {
  readonly filter: Record<string, unknown>
  readonly sort: SortPayload
}

/** Reads a list on and on by cursor, as far as the person scrolls. */
export class Pager {
  rows: RaRecord[] = []
  state: 'reading' | 'more' | 'paused' | 'end' | 'failed' = 'reading'
  total: number | undefined
  isExact = false
  error: unknown
  #cursor: string | undefined
  readonly #known = new Set<Identifier>()
  #stop = new AbortController()

  constructor(
    readonly resource: string,
    readonly query: Query,
    private readonly provider: Pick<RedressProvider, 'page'>,
    private readonly told: (fresh: readonly RaRecord[]) => void,
  ) {}

  /** Reads the next page; `paused` means that the server reached its reading budget and waits to be asked on. */
  async next(): Promise<void> {
    this.state = 'reading'
    this.error = undefined
    const signal = this.#stop.signal
    try {
      const page = await this.provider.page(this.resource, {
        ...this.query,
        limit: pageSize,
        cursor: this.#cursor,
        signal,
      })
      if (signal.aborted) return
      // Rows that moved while the list was read would otherwise stand twice.
      const fresh = page.rows.filter((row) => !this.#known.has(row.id))
      for (const row of fresh) this.#known.add(row.id)
      this.rows = [...this.rows, ...fresh]
      if (this.#cursor === undefined || page.isExact) {
        this.total = page.total
        this.isExact = page.isExact
      }
      this.#cursor = page.cursor
      this.state = page.cursor === undefined ? 'end' : page.plan.isExhausted ? 'paused' : 'more'
      if (this.state === 'end') {
        this.total = this.rows.length
        this.isExact = true
      }
      this.told(fresh)
    } catch (error) {
      if (signal.aborted) return
      this.error = error
      this.state = 'failed'
      this.told([])
    }
  }

  /** Reads on when there is more and nothing is under way. */
  more(): void {
    if (this.state === 'more') void this.next()
  }

  stop(): void {
    this.#stop.abort()
  }
}
