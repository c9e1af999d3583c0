import type { Http } from './http.ts'

/** How long a write is remembered in milliseconds, and how many are: a list is no further behind. */
const limits = { ageMs: 30_000, records: 20 } as const
const key = 'redress.seen'

/** A record that this tab was given by a write: `case_01…@7`, and when, in epoch milliseconds. */
type OwnWrite = readonly [record: string, timeMs: number]

/**
 * Lets whoever wrote see it in the next list: the records that an answer names in `X-Wrote` are remembered, and requests
 * for lists, groups, bulk changes and exports carry them as `X-Seen`. It is kept in the tab's storage, so that a reloaded page knows it too.
 */
export function withOwnWrites(http: Http, storage: Pick<Storage, 'getItem' | 'setItem'>, now = Date.now): Http {
  const recent = (): OwnWrite[] => {
    const writes: OwnWrite[] = JSON.parse(storage.getItem(key) ?? '[]')
    return writes.filter(([, timeMs]) => now() - timeMs < limits.ageMs)
  }
  return async (url, options = {}) => {
    const isWrite = (options.method ?? 'GET') !== 'GET'
    const seen = isSelection(url, isWrite) ? recent().map(([record]) => record) : []
    const headers = new Headers(options.headers)
    if (seen.length > 0) headers.set('X-Seen', seen.join())
    const answer = await http(url, { ...options, headers })
    const written = answer.headers.get('X-Wrote')?.split(',') ?? []
    if (written.length > 0) {
      const writes = [...recent(), ...written.map((record): OwnWrite => [record, now()])]
      storage.setItem(key, JSON.stringify(newest(writes)))
    }
    return answer
  }
}

/** Whether a request is about the records that a filter finds. */
const isSelection = (url: string, isWrite: boolean): boolean =>
  (isWrite ? /^\/api\/[\w-]+\/(bulk|export)$/ : /^\/api\/[\w-]+(\/groups)?\?/).test(url)

/** The last write of each record, the newest at the end. */
function newest(writes: readonly OwnWrite[]): OwnWrite[] {
  const last = new Map<string | undefined, OwnWrite>()
  for (const write of writes.toReversed()) {
    const [id] = write[0].split('@')
    if (!last.has(id)) last.set(id, write)
  }
  return [...last.values()].slice(0, limits.records).reverse()
}
