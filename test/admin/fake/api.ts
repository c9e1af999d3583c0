import type { BulkBody } from '#shared/api/bulk.ts'
import { parseGroups } from '#shared/api/groups.ts'
import { parseFilter, parseList } from '#shared/api/listQuery.ts'
import type { Actor } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import { type FakeFilter, type FakeRecord, groupsOf, matching, sorted } from './records.ts'

export type { FakeRecord }

interface FakeJob {
  id: string
  status: string
  done: number
  total: number
  failed: number
  errors: { id: string; message: string }[]
}

/** The list contract of the API in memory, answering fetch: filters, orders, pages, groups, versions, rows, bulk, jobs. */
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
  /** Hears of each change before it is judged. */
  whenChanged: (change: { readonly id: string; readonly changes?: unknown }) => unknown = () => {}
  asOf = '2026-11-20T08:15:00.000Z'
  /** What a token must be; undefined accepts any. */
  token: string | undefined

  /** Records that the request has written. */
  #wrote: string[] = []

  constructor(records: readonly FakeRecord[] = []) {
    for (const record of records) this.records.set(record.id, { ...record })
  }

  readonly fetch: typeof fetch = async (input, options = {}) => {
    this.#wrote = []
    const reply = await this.#answer(input, options)
    if (this.#wrote.length > 0) reply.headers.set('X-Wrote', this.#wrote.join())
    return reply
  }

  async #answer(input: RequestInfo | URL, options: RequestInit): Promise<Response> {
    const url = new URL(String(input), 'http://panel.test')
    const headers = new Headers(options.headers)
    const method = options.method ?? 'GET'
    const body = options.body ? JSON.parse(String(options.body)) : undefined
    this.calls.push({ method, path: url.pathname, query: url.searchParams, body, headers, signal: options.signal })
    if (this.token && headers.get('Authorization') !== `Bearer ${this.token}`) return problem(401, 'Sign in first.')
    const [, , resource = '', id, verb, action] = url.pathname.split('/')
    if (resource === 'jobs' && id) return verb ? answer(this.#cancel(id)) : answer(this.#work(id))
    if (method === 'POST' && id === 'rows') return answer(body.map((row: FakeRecord) => this.#change(row)))
    if (method === 'POST' && id === 'bulk') return this.#bulk(entityOf(resource), body)
    if (method === 'POST' && verb === 'actions') return answer(this.#act(id ?? '', action, body))
    if (method === 'POST') return answer(this.#put({ id: `case_${this.records.size + 1}`, ...body, version: 1 }), 201)
    if (method === 'GET' && !id) return refusing(() => this.#list(entityOf(resource), url.searchParams))
    if (id === 'groups')
      return refusing(() =>
        answer(
          groupsOf(
            [...this.records.values()],
            parseGroups(entityOf(resource), Object.fromEntries(url.searchParams), reader),
          ),
        ),
      )
    const record = this.records.get(id ?? '')
    if (!record) return problem(404, 'There is no such record.')
    if (method === 'GET') return answer(record)
    if (method === 'DELETE') return answer(this.#delete(record.id))
    const version = Number(/^"(\d+)"$/.exec(headers.get('If-Match') ?? '')?.[1])
    const changed = this.#change({ id: record.id, version, changes: body })
    return changed.ok ? answer(changed.record) : problem(changed.status, changed.message, changed)
  }

  #list(entity: Entity, search: URLSearchParams): Response {
    const {
      ids,
      order = entity.order,
      offset,
      limit,
      ...filter
    } = parseList(entity, Object.fromEntries(search), reader)
    const records = ids ? [...this.records.values()].filter(({ id }) => ids.includes(id)) : this.#matching(filter)
    if (ids) return answer(records)
    const start = Number(search.get('cursor') ?? offset)
    const rows = sorted(records, order)
      .slice(start, start + limit)
      .map(({ version: _, ...row }) => row)
    const end = start + rows.length
    return answer(rows, 200, {
      'Content-Range': `${entity.resource} ${start}-${end - 1}/${records.length}`,
      'X-As-Of': this.asOf,
      ...(end < records.length && { 'X-Next-Cursor': String(end) }),
    })
  }

  #matching = (filter: FakeFilter): FakeRecord[] => matching([...this.records.values()], filter)

  #change({ id, version, was, changes }: { id: string; version?: number; was?: object; changes?: unknown }) {
    this.whenChanged({ id, changes })
    const current = this.records.get(id)
    const reason = this.refused.get(id)
    if (!current) return { id, ok: false as const, status: 404, message: 'There is no such record.' }
    if (reason) return { id, ok: false as const, status: 422, message: reason, errors: { summary: reason } }
    const isSeen = version === undefined ? isAsSeen(current, was, Object(changes)) : version === current.version
    if (!isSeen) return { id, ok: false as const, status: 412, message: 'Changed meanwhile.', current: { ...current } }
    const entries = Object.entries({ ...current, ...Object(changes), version: current.version + 1 }).filter(
      ([, value]) => value !== null,
    )
    return { id, ok: true as const, record: this.#put(Object.fromEntries(entries) as FakeRecord) }
  }

  #bulk(entity: Entity, { ids, filter = {}, changes, dryRun }: BulkBody) {
    const selection = ids
      ? [...this.records.values()].filter(({ id }) => ids.includes(id))
      : this.#matching(parseFilter(entity, JSON.stringify(filter), reader))
    if (dryRun) return answer({ matched: selection.length, sample: selection.slice(0, 3) })
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

  #act(id: string, action: string | undefined, body: object) {
    const record = { version: 0, ...this.records.get(id), id, action, ...body }
    this.#wrote.push(`${id}@${record.version}`)
    return record
  }

  #put(record: FakeRecord): FakeRecord {
    this.records.set(record.id, record)
    this.#wrote.push(`${record.id}@${record.version}`)
    return { ...record }
  }

  #delete(id: string) {
    this.#wrote.push(`${id}@${(this.records.get(id)?.version ?? 0) + 1}`)
    this.records.delete(id)
    return { id }
  }
}

/** Whether each field that is to change has the value that the caller saw, or the one it is to get. */
const isAsSeen = (current: FakeRecord, was: object = {}, changes: object = {}): boolean =>
  Object.entries(changes).every(([name, value]) =>
    [Reflect.get(was, name), value].some((each) => (each ?? null) === (current[name] ?? null)),
  )

const reader: Actor = { userId: 'user_1', name: 'Huda', roles: ['admin'], siteIds: [] }

/** Answers what a request is refused with as the API does. */
function refusing(act: () => Response): Response {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return problem(error.status, error.message, error.document())
  }
}

const answer = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })

const problem = (status: number, message: string, details: object = {}) =>
  answer({ ...details, message, status }, status)
