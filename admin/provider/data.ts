import simpleRestProvider from 'ra-data-simple-rest'
import type { GetListParams, Identifier } from 'react-admin'
import { pageLimits } from '#shared/api/pageLimits.ts'
import { inPool } from '#shared/values/inPool.ts'
import type { JobState, RedressProvider, RowPatch, RowResult } from './contract.ts'
import { type Http, type ProblemTranslator, problemOf, statusOf } from './http.ts'
import { BulkError, watchJob } from './jobs.ts'
import { readGroups, readPage, sortOf, withQuery } from './page.ts'
import { inChunks, versioned } from './patch.ts'
import { isStorageRule } from './storage.ts'

/** Requests for the chunks of one list of ids that are sent at the same time. */
const chunksTogether = 3
/** Rows in one `rows` request, as the API allows. */
const rowsPerRequest = 500

/**
 * ra-data-simple-rest, and around it what it lacks: lists by cursor, changes as versioned patches, bulk changes as jobs,
 * and the product's own requests.
 */
export function dataProvider(api: string, http: Http, translate: ProblemTranslator): RedressProvider {
  const rest = simpleRestProvider(api, http, 'X-Total-Count')
  const cursors = new Map<string, string>()
  const urlOf = (resource: string, id?: Identifier, rest = '') =>
    `${api}/${resource}${id === undefined ? '' : `/${encodeURIComponent(id)}`}${rest}`
  const find = async (resource: string, filter: object, signal?: AbortSignal, fields?: readonly string[]) =>
    (await http(withQuery(urlOf(resource), { filter, ...(fields && { fields }) }), { signal })).json
  const send = async (method: string, url: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    (await http(url, { method, body: JSON.stringify(body), headers })).json

  const list = async (resource: string, params: GetListParams & { signal?: AbortSignal }) => {
    const { page = 1, perPage = 25 } = params.pagination ?? {}
    const { filter = {}, sort, signal } = params
    const key = JSON.stringify([resource, sort, filter, perPage])
    const cursor = page > 1 ? cursors.get(`${key}${page}`) : undefined
    const answer = await readPage(http, urlOf(resource), {
      filter,
      // The framework sorts by id where nobody asked for an order.
      ...(sort && sort.field !== 'id' && { order: [[sort.field, sort.order]] }),
      limit: perPage,
      signal,
      ...(cursor ? { cursor } : page > 1 && { range: [(page - 1) * perPage, page * perPage - 1] as const }),
    })
    if (answer.cursor) cursors.set(`${key}${page + 1}`, answer.cursor)
    return {
      data: answer.rows,
      total: answer.total,
      pageInfo: { hasNextPage: answer.cursor !== undefined, hasPreviousPage: page > 1 },
    }
  }

  const provider = {
    ...rest,
    supportAbortSignal: true,
    getList: list,
    getManyReference: (resource, { target, id, ...params }) =>
      list(resource, { ...params, filter: { ...params.filter, [target]: id } }),
    // `meta.fields` names columns: a page that needs a title does not read the whole record.
    getMany: async (resource, { ids, signal, meta }) => {
      const chunks = inChunks([...new Set(ids)], pageLimits.ids)
      const read = (chunk: Identifier[]) => find(resource, { id: chunk }, signal, meta?.fields)
      return { data: (await inPool(chunks, chunksTogether, read)).flat() }
    },
    update: async (resource, { id, data, previousData }) => {
      const { version, changes } = await versioned(() => rest.getOne(resource, { id }), data, previousData)
      if (Object.keys(changes).length === 0) return { data: { ...previousData, ...data, id } }
      return { data: await send('PATCH', urlOf(resource, id), changes, { 'If-Match': `"${version}"` }) }
    },
    updateMany: async (resource, { ids, data }) => {
      const { job } = await provider.bulk(resource, { ids }, { changes: data })
      return { data: succeeded(ids, await watchJob(provider, job)) }
    },
    deleteMany: async (resource, { ids }) => {
      const errors: { id: string; message: string }[] = []
      for (const chunk of inChunks(ids, 6))
        await Promise.all(
          chunk.map((id) =>
            rest.delete(resource, { id }).catch((error: Error) => {
              if (statusOf(error) !== 404) errors.push({ id: String(id), message: error.message })
            }),
          ),
        )
      if (errors.length > 0) throw new BulkError(errors)
      return { data: ids }
    },
    page: (resource, request) => readPage(http, urlOf(resource), request),
    groups: (resource, request) => readGroups(http, urlOf(resource), request),
    rows: async (resource, patches) => {
      const results: RowResult[] = []
      for (const chunk of inChunks<RowPatch>(patches, rowsPerRequest))
        results.push(...(await send('POST', urlOf(resource, 'rows'), chunk)))
      return Promise.all(results.map((row) => (row.ok ? row : translate(row, row.status, resource))))
    },
    preview: (resource, scope, change) => send('POST', urlOf(resource, 'bulk'), { ...scope, ...change, dryRun: true }),
    bulk: (resource, scope, change, expectedCount, key) => {
      const expected = expectedCount === undefined ? {} : { expectedCount }
      return send('POST', urlOf(resource, 'bulk'), { ...scope, ...change, dryRun: false, ...expected }, idempotent(key))
    },
    exportList: (resource, { order, ...request }, key) =>
      send('POST', urlOf(resource, 'export'), { ...request, ...(order && { sort: sortOf(order) }) }, idempotent(key)),
    importList: (resource, body, key) => send('POST', urlOf(resource, 'import'), body, idempotent(key)),
    announce: (file) => send('POST', urlOf('uploads'), file),
    openFile: async (resource, id, place) => (await http(urlOf(resource, id, `/files/${place}`))).json,
    job: async (id, signal, refusedAfter) =>
      (await http(withQuery(urlOf('jobs', id), { ...(refusedAfter !== undefined && { refusedAfter }) }), { signal }))
        .json,
    cancelJob: (id) => send('POST', urlOf('jobs', id, '/actions/cancel')),
    undoJob: (id, key) => send('POST', urlOf('jobs', id, '/actions/undo'), {}, idempotent(key)),
    act: (resource, id, action, body = {}, version) =>
      send('POST', urlOf(resource, id, `/actions/${action}`), body, version ? { 'If-Match': `"${version}"` } : {}),
    storageFault: async (signal) => {
      const rule = await http(urlOf('health'), { signal }).then(
        () => undefined,
        (error) => problemOf(error)?.rule,
      )
      return isStorageRule(rule) ? rule : undefined
    },
    history: (recordId) => find('history', { recordId }),
    restore: (resource, id) => send('POST', urlOf(resource, id, '/restore')),
    preferences: (userId) => find('preferences', { userId }, undefined, ['name', 'value']),
    keepPreference: async ({ id, userId, name, value }) => {
      const keep = async (known: string) => {
        const url = urlOf('preferences', known, '/actions/keep')
        await http(url, { method: 'POST', body: JSON.stringify({ value }), keepalive: true })
        return known
      }
      if (id) return keep(id)
      const body = JSON.stringify({ userId, name, value })
      try {
        return (await http(urlOf('preferences'), { method: 'POST', body, keepalive: true })).json.id
      } catch (error) {
        // Another machine chose it first.
        const [known] = statusOf(error) === 422 ? await find('preferences', { userId, name }) : []
        if (!known) throw error
        return keep(known.id)
      }
    },
    surveyStats: (filter) => find('survey-stats', filter),
    offerOptions: async (caseId, role, signal) =>
      (await http(withQuery(urlOf('cases', caseId, '/offer-options'), role ? { as: role } : {}), { signal })).json,
    followUpWeek: async (query, signal) =>
      (await http(withQuery(urlOf('follow-ups', 'summary'), { ...query }), { signal })).json,
    followUpTable: async (query) =>
      (await http(withQuery(urlOf('follow-ups', 'summary'), { ...query, format: 'csv' }))).body,
    previewLines: (request) => send('POST', urlOf('settlement-files', 'preview'), request),
  } as RedressProvider
  return provider
}

const idempotent = (key: string | undefined): Record<string, string> => (key ? { 'Idempotency-Key': key } : {})

function succeeded(ids: readonly Identifier[], job: JobState): Identifier[] {
  if (!job.errors || job.errors.length === 0) return [...ids]
  throw new BulkError(job.errors)
}
