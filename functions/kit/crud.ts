import { isOwnSite, visible } from '#shared/access.ts'
import { bulkStepsOf, type Entity } from '#shared/entity.ts'
import { parseList } from '#shared/page.ts'
import { malformed, notFound, Problem } from '#shared/problem.ts'
import { bulkOperation } from './bulk.ts'
import { planAction, planCreate, planDelete, planRestore, planUpdate } from './change.ts'
import { exportListOperation } from './exportList.ts'
import { idempotent } from './idempotency.ts'
import { importListOperation } from './importList.ts'
import { listPage, type Page } from './list.ts'
import { manyRecords } from './manyRecords.ts'
import { idOf, isIdOf, type Operation, type Reply, type Request } from './operation.ts'
import { rowsOperation } from './rows.ts'
import { save, staleVersion } from './save.ts'
import { searchPage } from './search.ts'
import type { Change } from './store/commit.ts'
import type { Stored } from './store/item.ts'
import { getRecord } from './store/read.ts'
import { maySeeDeleted, type Work } from './work.ts'

/** Every operation an entity has by its declaration; those of its context are added to them. */
export function crud(of: Entity): Record<string, Operation> {
  const operations: Record<string, Operation> = {
    list: (request) => list(of, request),
    read: async (request) => recordReply(request, of, await load(request.work, of, idOf(request))),
    create: (request) => create(of, request),
    update: (request) => update(of, request),
    delete: (request) => removeOrRestore(of, request, planDelete),
    restore: (request) => removeOrRestore(of, request, planRestore),
    rows: rowsOperation(of),
    bulk: bulkOperation(of),
    'import-list': importListOperation(of),
    'export-list': exportListOperation(of),
  }
  for (const name of bulkStepsOf(of)) operations[name] = (request) => act(of, name, request)
  return Object.fromEntries(Object.entries(operations).map(([name, run]) => [`${of.resource}.${name}`, run]))
}

/** A record of one of the actor's sites; anything else is a 404 that does not say which. */
export async function load(
  work: Work,
  of: Entity,
  id: string,
  options: { consistent?: boolean } = {},
): Promise<Stored> {
  const stored = isIdOf(of, id) ? await getRecord(id, { meter: work.meter, ...options }) : undefined
  if (!stored || !isOwnSite(work.actor, of, stored.record)) throw notFound()
  if (stored.record.deletedAt !== undefined && !maySeeDeleted(work.actor, of)) throw notFound()
  return stored
}

/** The record as the actor may see it, with its ETag. */
export const recordReply = (request: Request, of: Entity, { record }: Stored, status = 200): Reply => ({
  status,
  body: visible(request.actor, of, record),
  headers: { etag: `"${record.version}"` },
})

/** Version the caller last saw, from `If-Match` or the body; throws 428 when neither is given. */
export function versionSeen(request: Request): number {
  const version = versionGiven(request)
  if (version !== undefined) return version
  throw new Problem(428, 'Say which version you changed: If-Match: "7", or version in the body.')
}

/** As `versionSeen`, but undefined when none is given. */
export function versionGiven(request: Request): number | undefined {
  const header = request.headers['if-match']
  if (header !== undefined) {
    const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())
    if (!match) throw malformed('If-Match holds a version such as "7".')
    return Number(match[1])
  }
  const { body } = request
  const version = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined
  if (version === undefined) return undefined
  if (typeof version === 'number' && Number.isInteger(version) && version > 0) return version
  throw malformed('version is a whole number.')
}

/** Throws the 412 when the record is no longer the version the caller saw. */
export function checkVersion(work: Work, of: Entity, stored: Stored, seen: number | undefined): void {
  if (seen !== undefined && stored.record.version !== seen) throw staleVersion(work, of, stored.record)
}

/** Writes one planned change, or gives the record back when nothing differs. */
export async function saveOne(work: Work, stored: Stored, change: Change | undefined): Promise<Stored> {
  const [saved] = change ? await save(work, [change]) : []
  return saved ?? stored
}

async function list(of: Entity, request: Request): Promise<Reply> {
  const query = parseList(of, request.query, request.actor)
  if (query.ids) {
    const rows = await manyRecords(of, query, request.work)
    return pageReply(of, {
      rows,
      offset: 0,
      total: rows.length,
      isExact: true,
      plan: `view=ids;read=${request.work.meter.read}`,
    })
  }
  return pageReply(
    of,
    query.q === undefined
      ? await listPage(of, query, request.actor)
      : await searchPage(of, query.q, query, request.actor),
  )
}

/** A page in the list contract's headers. */
export function pageReply(of: Pick<Entity, 'resource'>, page: Page): Reply {
  const end = page.rows.length === 0 ? page.offset : page.offset + page.rows.length - 1
  return {
    body: page.rows,
    headers: {
      'content-range': `${of.resource} ${page.offset}-${end}/${page.total}`,
      'x-total-count': String(page.total),
      'x-total-exact': String(page.isExact),
      'x-query-plan': page.plan,
      ...(page.nextCursor && { 'x-next-cursor': page.nextCursor }),
    },
  }
}

const create = (of: Entity, request: Request): Promise<Reply> =>
  idempotent(request, of, async (claim) => {
    const change = await planCreate(request.work, of, request.body)
    const [stored] = await save(request.work, [change], claim(change.after.id))
    if (!stored) throw new Error('Nothing was written')
    return stored
  })

async function update(of: Entity, request: Request): Promise<Reply> {
  const stored = await load(request.work, of, idOf(request), { consistent: true })
  const seen = versionSeen(request)
  checkVersion(request.work, of, stored, seen)
  const change = await planUpdate(request.work, of, stored, request.body)
  return recordReply(request, of, await saveOne(request.work, stored, change))
}

async function act(of: Entity, name: string, request: Request): Promise<Reply> {
  const stored = await load(request.work, of, idOf(request), { consistent: true })
  checkVersion(request.work, of, stored, versionGiven(request))
  const change = await planAction(request.work, of, stored, name, stepBody(request))
  return recordReply(request, of, await saveOne(request.work, stored, change))
}

/** The body of an action without the version that may come with it. */
export function stepBody({ body: sent }: Request): Readonly<Record<string, unknown>> {
  const { version: _version, ...body } =
    typeof sent === 'object' && sent !== null ? { version: 0, ...sent } : { version: 0 }
  return body
}

async function removeOrRestore(of: Entity, request: Request, plan: typeof planDelete): Promise<Reply> {
  const stored = await load(request.work, of, idOf(request), { consistent: true })
  checkVersion(request.work, of, stored, versionGiven(request))
  const isDeleting = plan === planDelete
  const isDone = (stored.record.deletedAt !== undefined) === isDeleting
  const saved = isDone ? stored : await saveOne(request.work, stored, plan(request.work, of, stored))
  return isDeleting ? { body: { id: saved.record.id } } : recordReply(request, of, saved)
}
