import { idOf, type Operation, type Reply, type Request } from '#functions/platform/http/operation.ts'
import { importListOperation } from '#functions/platform/jobs/imports/start.ts'
import { bulkOperation } from '#functions/platform/jobs/startBulk.ts'
import { exportListOperation } from '#functions/platform/jobs/startExport.ts'
import { planAction, planCreate, planDelete, planRestore, planUpdate } from '#functions/platform/records/change.ts'
import { idempotent } from '#functions/platform/records/idempotency.ts'
import { listPage, type Page } from '#functions/platform/records/list.ts'
import {
  checkVersion,
  load,
  recordReply,
  saveOne,
  stepBody,
  versionGiven,
  versionSeen,
} from '#functions/platform/records/load.ts'
import { manyRecords } from '#functions/platform/records/manyRecords.ts'
import { save } from '#functions/platform/records/save.ts'
import { searchPage } from '#functions/platform/records/search.ts'
import { parseList } from '#shared/api/listQuery.ts'
import { bulkStepsOf, type Entity } from '#shared/declaration/entity.ts'
import { rowsOperation } from './rows.ts'

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

async function removeOrRestore(of: Entity, request: Request, plan: typeof planDelete): Promise<Reply> {
  const stored = await load(request.work, of, idOf(request), { consistent: true })
  checkVersion(request.work, of, stored, versionGiven(request))
  const isDeleting = plan === planDelete
  const isDone = (stored.record.deletedAt !== undefined) === isDeleting
  const saved = isDone ? stored : await saveOne(request.work, stored, plan(request.work, of, stored))
  return isDeleting ? { body: { id: saved.record.id } } : recordReply(request, of, saved)
}
