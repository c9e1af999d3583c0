/** A record of the fake API; its version counts its changes. */
export interface FakeRecord {
  id: string
  version: number
  [name: string]: unknown
}

interface FakeJob {
  id: string
  status: string
  done: number
  total: number
  failed: number
  errors: { id: string; message: string }[]
}

/** The list contract of the API in memory, answering fetch: pages by cursor, versions, rows, bulk and jobs. */
export class FakeApi {
  readonly calls: {
    method: string
    path: string
    query: URLSearchParams
    body: unknown
    headers: Headers
    signal?: AbortSignal | null
  }[] = []
  readonly records = new Map<string, FakeRecord>()
  readonly jobs = new Map<string, FakeJob>()
  /** Ids that the API refuses to change, with the reason. */
  readonly refused = new Map<string, string>()
  /** What a token must be; undefined accepts any. */
  token: string | undefined
  isExact = true
  plan = 'view=all;read=1;budget=ok'

  constructor(records: readonly FakeRecord[] = []) {
    for (const record of records) this.records.set(record.id, { ...record })
  }

  readonly fetch: typeof fetch = async (input, options = {}) => {
    const url = new URL(String(input), 'http://panel.test')
    const headers = new Headers(options.headers)
    const method = options.method ?? 'GET'
    const body = options.body ? JSON.parse(String(options.body)) : undefined
    this.calls.push({ method, path: url.pathname, query: url.searchParams, body, headers, signal: options.signal })
    if (this.token && headers.get('Authorization') !== `Bearer ${this.token}`) return problem(401, 'Sign in first.')
    const [, , resource = '', id, verb, action] = url.pathname.split('/')
    if (resource === 'jobs' && id) return verb ? answer(this.#cancel(id)) : answer(this.#work(id))
    if (method === 'POST' && id === 'rows') return answer(body.map((row: FakeRecord) => this.#change(row)))
    if (method === 'POST' && id === 'bulk') return this.#bulk(body)
    if (method === 'POST' && verb === 'actions') return answer({ ...this.records.get(id ?? ''), action, ...body })
    if (method === 'POST') return answer(this.#put({ id: `case_${this.records.size + 1}`, ...body, version: 1 }), 201)
    if (method === 'GET' && !id) return this.#list(url.searchParams)
    const record = this.records.get(id ?? '')
    if (!record) return problem(404, 'There is no such record.')
    if (method === 'GET') return answer(record)
    if (method === 'DELETE') return answer(this.#delete(record.id))
    const version = Number(/^"(\d+)"$/.exec(headers.get('If-Match') ?? '')?.[1])
    const changed = this.#change({ id: record.id, version, changes: body })
    return changed.ok ? answer(changed.record) : problem(changed.status, changed.message, changed)
  }

  #list(query: URLSearchParams): Response {
    const filter = JSON.parse(query.get('filter') ?? '{}')
    const ids: string[] | undefined = filter.id
    const records = [...this.records.values()].filter((record) =>
      ids ? ids.includes(record.id) : Object.entries(filter).every(([name, value]) => record[name] === value),
    )
    if (ids) return answer(records)
    const range: [number, number] | undefined = JSON.parse(query.get('range') ?? 'null') ?? undefined
    const start = Number(query.get('cursor') ?? range?.[0] ?? 0)
    const limit = range ? range[1] - range[0] + 1 : Number(query.get('limit') ?? 25)
    const rows = records.slice(start, start + limit).map(({ version: _, ...row }) => row)
    const hasMore = start + limit < records.length
    const total = this.isExact ? records.length : start + rows.length + Number(hasMore)
    return answer(rows, 200, {
      'Content-Range': `cases ${start}-${start + rows.length - 1}/${total}`,
      'X-Total-Exact': String(this.isExact),
      'X-Query-Plan': this.plan,
      ...(hasMore && { 'X-Next-Cursor': String(start + limit) }),
    })
  }

  #change({ id, version, changes }: { id: string; version: number; changes?: unknown }) {
    const current = this.records.get(id)
    const reason = this.refused.get(id)
    if (!current) return { id, ok: false as const, status: 404, message: 'There is no such record.' }
    if (reason) return { id, ok: false as const, status: 422, message: reason, errors: { summary: reason } }
    if (version !== current.version)
      return { id, ok: false as const, status: 412, message: 'Changed meanwhile.', current: { ...current } }
    const entries = Object.entries({ ...current, ...Object(changes), version: version + 1 }).filter(
      ([, value]) => value !== null,
    )
    return { id, ok: true as const, record: this.#put(Object.fromEntries(entries) as FakeRecord) }
  }

  #bulk({ ids, filter = {}, changes, dryRun }: { ids?: string[]; filter?: object; changes?: object; dryRun: boolean }) {
    const selection = [...this.records.values()].filter((record) =>
      ids ? ids.includes(record.id) : Object.entries(filter).every(([name, value]) => record[name] === value),
    )
    if (dryRun) return answer({ matched: selection.length, isExact: true, sample: selection.slice(0, 3) })
    const errors = selection.flatMap(({ id, version }) => {
      const result = this.#change({ id, version, changes })
      return result.ok ? [] : [{ id, message: result.message }]
    })
    const job = { id: 'job_1', status: 'queued', done: 0, total: selection.length, failed: errors.length, errors }
    this.jobs.set(job.id, job)
    return answer({ job: job.id, matched: selection.length }, 202)
  }

  #work(id: string): FakeJob {
    const job = this.jobs.get(id) ?? { id, status: 'failed', done: 0, total: 0, failed: 0, errors: [] }
    const next = job.status === 'queued' ? { ...job, status: 'running' } : { ...job, status: 'done', done: job.total }
    this.jobs.set(id, next)
    return next
  }

  #cancel(id: string) {
    const job = this.#work(id)
    this.jobs.set(id, { ...job, status: 'cancelled' })
    return this.jobs.get(id)
  }

  #put(record: FakeRecord): FakeRecord {
    this.records.set(record.id, record)
    return { ...record }
  }

  #delete(id: string) {
    this.records.delete(id)
    return { id }
  }
}

const answer = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })

const problem = (status: number, message: string, details: object = {}) =>
  answer({ ...details, message, status }, status)
