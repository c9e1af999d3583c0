import type { RaRecord, SortPayload } from 'react-admin'
import type { Http } from './http.ts'

/** A page of rows as the list route answers it. */
export interface ListPage {
  readonly rows: RaRecord[]
  /** How many match; a lower bound unless `isExact`. */
  readonly total: number | undefined
  readonly isExact: boolean
  readonly cursor: string | undefined
  readonly plan: QueryPlan
}

/** What the server says about how it found the rows. */
export interface QueryPlan {
  readonly view?: string
  /** True when it stopped at its reading budget: later rows may match. */
  readonly isExhausted: boolean
}

export interface PageRequest {
  readonly filter: Record<string, unknown>
  readonly sort?: SortPayload
  readonly limit: number
  readonly cursor?: string
  readonly range?: readonly [number, number]
  readonly signal?: AbortSignal
}

/** Reads one page: by cursor where one is known, else from the start or by range. */
export async function readPage(http: Http, url: string, request: PageRequest): Promise<ListPage> {
  const query = new URLSearchParams()
  if (Object.keys(request.filter).length > 0) query.set('filter', JSON.stringify(request.filter))
  if (request.sort && request.sort.field !== 'id')
    query.set('sort', JSON.stringify([request.sort.field, request.sort.order]))
  if (request.range) query.set('range', JSON.stringify(request.range))
  else query.set('limit', String(request.limit))
  if (request.cursor) query.set('cursor', request.cursor)
  const { headers, json } = await http(`${url}?${query}`, { signal: request.signal })
  return {
    rows: json as RaRecord[],
    ...totalOf(headers),
    cursor: headers.get('X-Next-Cursor') ?? undefined,
    plan: planOf(headers.get('X-Query-Plan')),
  }
}

function totalOf(headers: Headers): Pick<ListPage, 'total' | 'isExact'> {
  const total = Number.parseInt((headers.get('Content-Range') ?? '').split('/')[1] ?? '', 10)
  if (Number.isNaN(total)) return { total: undefined, isExact: false }
  return { total, isExact: headers.get('X-Total-Exact') !== 'false' }
}

/** Reads the plan header, `view=byStatus;residual=siteId;read=100;budget=exhausted`. */
export function planOf(header: string | null): QueryPlan {
  const parts = new URLSearchParams((header ?? '').replaceAll(';', '&'))
  return { view: parts.get('view') ?? undefined, isExhausted: parts.get('budget') === 'exhausted' }
}
