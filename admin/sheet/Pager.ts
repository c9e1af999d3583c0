import type { Identifier, RaRecord, SortPayload } from 'react-admin'
import type { RedressProvider } from '#admin/provider/contract.ts'

/** Rows in one response. */
const pageSize = 200

export interface Query {
  readonly filter: Record<string, unknown>
  readonly sort: SortPayload
}

/** Reads a list page by page, by cursor, as far as the person scrolls. */
export class Pager {
  rows: RaRecord[] = []
  state: 'reading' | 'more' | 'paused' | 'end' | 'failed' = 'reading'
  total: number | undefined
  isExact = false
  error: unknown
  #cursor: string | undefined
  readonly #ids = new Set<Identifier>()
  #stop = new AbortController()

  constructor(
    readonly resource: string,
    readonly query: Query,
    private readonly provider: Pick<RedressProvider, 'page'>,
    /** Receives the rows of each page, none after a failure. */
    private readonly onPage: (rows: readonly RaRecord[]) => void,
  ) {}

  /** Reads the next page; state `paused` means that the server reached its reading budget and waits for another call. */
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
      // A row that moved while the list was read would otherwise be shown twice.
      const fresh = page.rows.filter((row) => !this.#ids.has(row.id))
      for (const row of fresh) this.#ids.add(row.id)
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
      this.onPage(fresh)
    } catch (error) {
      if (signal.aborted) return
      this.error = error
      this.state = 'failed'
      this.onPage([])
    }
  }

  /** Reads the next page when there is one and no request is running. */
  more(): void {
    if (this.state === 'more') void this.next()
  }

  stop(): void {
    this.#stop.abort()
  }
}
