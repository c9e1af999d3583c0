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
export function crud(entity: Entity): Record<string, Operation> {
  const operations: Record<string, Operation> = {
    list: (request) => list(entity, request),
    read: async (request) => recordReply(request, entity, await load(request.context, entity, idOf(request))),
    create: (request) => create(entity, request),
    update: (request) => update(entity, request),
    delete: (request) => removeOrRestore(entity, request, planDelete),
    restore: (request) => removeOrRestore(entity, request, planRestore),
    rows: rowsOperation(entity),
    bulk: bulkOperation(entity),
    'import-list': importListOperation(entity),
    'export-list': exportListOperation(entity),
  }
  for (const name of bulkStepsOf(entity)) operations[name] = (request) => act(entity, name, request)
  return Object.fromEntries(Object.entries(operations).map(([name, run]) => [`${entity.resource}.${name}`, run]))
}

async function list(entity: Entity, request: Request): Promise<Reply> {
  const query = parseList(entity, request.query, request.actor)
  if (query.ids) {
    const rows = await manyRecords(entity, query, request.context)
    return pageReply(entity, {
      rows,
      offset: 0,
      total: rows.length,
      isExact: true,
      plan: `view=ids;read=${request.context.meter.read}`,
    })
  }
  return pageReply(
    entity,
    query.q === undefined
      ? await listPage(entity, query, request.actor)
      : await searchPage(entity, query.q, query, request.actor),
  )
}

/** A page in the list contract's headers. */
export function pageReply(entity: Pick<Entity, 'resource'>, page: Page): Reply {
  const end = page.rows.length === 0 ? page.offset : page.offset + page.rows.length - 1
  return {
    body: page.rows,
    headers: {
      'content-range': `${entity.resource} ${page.offset}-${end}/${page.total}`,
      'x-total-count': String(page.total),
      'x-total-exact': String(page.isExact),
      'x-query-plan': page.plan,
      ...(page.nextCursor && { 'x-next-cursor': page.nextCursor }),
    },
  }
}

const create = (entity: Entity, request: Request): Promise<Reply> =>
  idempotent(request, entity, async (claim) => {
    const change = await planCreate(request.context, entity, request.body)
    const [stored] = await save(request.context, [change], claim(change.after.id))
    if (!stored) throw new Error('Nothing was written')
    return stored
  })

async function update(entity: Entity, request: Request): Promise<Reply> {
  const stored = await load(request.context, entity, idOf(request), { consistent: true })
  const seen = versionSeen(request)
  checkVersion(request.context, entity, stored, seen)
  const change = await planUpdate(request.context, entity, stored, request.body)
  return recordReply(request, entity, await saveOne(request.context, stored, change))
}

async function act(entity: Entity, name: string, request: Request): Promise<Reply> {
  const stored = await load(request.context, entity, idOf(request), { consistent: true })
  checkVersion(request.context, entity, stored, versionGiven(request))
  const change = await planAction(request.context, entity, stored, name, stepBody(request))
  return recordReply(request, entity, await saveOne(request.context, stored, change))
}

async function removeOrRestore(entity: Entity, request: Request, plan: typeof planDelete): Promise<Reply> {
  const stored = await load(request.context, entity, idOf(request), { consistent: true })
  checkVersion(request.context, entity, stored, versionGiven(request))
  const isDeleting = plan === planDelete
  const isDone = (stored.record.deletedAt !== undefined) === isDeleting
  const saved = isDone ? stored : await saveOne(request.context, stored, plan(request.context, entity, stored))
  return isDeleting ? { body: { id: saved.record.id } } : recordReply(request, entity, saved)
}
