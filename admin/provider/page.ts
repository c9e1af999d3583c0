import type { RaRecord } from 'react-admin'
import type { Group } from '#shared/api/groups.ts'
import type { Order } from '#shared/declaration/entity.ts'
import type { Http } from './http.ts'

/** A page of rows as the list route answers it. */
export interface ListPage {
  readonly rows: RaRecord[]
  /** How many match. */
  readonly total: number
  /** Where the next page begins; undefined at the end. */
  readonly cursor: string | undefined
  /** The instant up to which changes are in the list; undefined when the server did not say. */
  readonly asOf: string | undefined
}

export interface PageRequest {
  readonly filter: Record<string, unknown>
  /** The order of the list; the entity's own without it. */
  readonly order?: Order
  readonly limit: number
  readonly cursor?: string
  /** The first and the last row, counted from 0, of a page whose cursor is not known. */
  readonly range?: readonly [number, number]
  readonly signal?: AbortSignal
}

/** What groups are asked for: columns as `groupColumns` writes them, and columns to add up. */
export interface GroupsRequest extends Pick<PageRequest, 'filter' | 'signal'> {
  readonly by: readonly string[]
  readonly sum: readonly string[]
}

/** An order as the API takes it: names and directions in turn. */
export const sortOf = (order: Order): string[] => order.flat()

/** Reads one page: by cursor where one is known, else from the start or by range. */
export async function readPage(http: Http, url: string, request: PageRequest): Promise<ListPage> {
  const { filter, order = [], limit, cursor, range, signal } = request
  const { headers, json } = await http(
    withQuery(url, {
      filter,
      ...(order.length > 0 && { sort: sortOf(order) }),
      ...(range && !cursor ? { range } : { limit }),
      ...(cursor && { cursor }),
    }),
    { signal },
  )
  return {
    rows: json as RaRecord[],
    total: Number((headers.get('Content-Range') ?? '').split('/')[1] ?? 0),
    cursor: headers.get('X-Next-Cursor') ?? undefined,
    asOf: headers.get('X-As-Of') ?? undefined,
  }
}

/** Reads the groups of a list. */
export async function readGroups(http: Http, url: string, { signal, ...query }: GroupsRequest): Promise<Group[]> {
  return (await http(withQuery(`${url}/groups`, query), { signal })).json
}

/** An address with a query: texts as they are, everything else as JSON, and nothing for what is empty. */
export function withQuery(url: string, query: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (typeof value !== 'object' || Object.keys(value ?? {}).length > 0)
      search.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  return search.size > 0 ? `${url}?${search}` : url
}
