import * as z from 'zod'
import { idOf, later, type Operation, operation, type Request } from '#functions/platform/http/operation.ts'
import { askGroups } from '#functions/platform/projection/ask.ts'
import { noteManyAccess } from '#functions/platform/records/accessLog.ts'
import { planCreate, planDelete, planRestore, planUpdate } from '#functions/platform/records/change.ts'
import { withConsequences } from '#functions/platform/records/consequences.ts'
import { idempotent } from '#functions/platform/records/idempotency.ts'
import { listPage, type Page } from '#functions/platform/records/list.ts'
import { changeOne, load, recordReply, requiredVersion, stepBody, versionOf } from '#functions/platform/records/load.ts'
import { manyRecords } from '#functions/platform/records/manyRecords.ts'
import { retryOnConflict, writeAttempts } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import { takeStep } from '#functions/platform/records/takeStep.ts'
import type { Row } from '#functions/platform/store/item.ts'
import { idReply, recordReply as recordSchema } from '#shared/api/contract.ts'
import { groupsContract, parseGroups } from '#shared/api/groups.ts'
import { type ListQuery, parseList } from '#shared/api/listQuery.ts'
import { type Entity, ruledStepsOf } from '#shared/declaration/entity.ts'
import { refuse } from '#shared/refusals.ts'
import { rowsOperation } from './rows.ts'

const record = { reply: recordSchema }
const rows = { reply: z.array(z.looseObject({ id: z.string() })) }

/** Every operation an entity has by its declaration; those of its own room are added to them. */
export function crud(entity: Entity): Record<string, Operation> {
  const operations: Record<string, Operation> = {
    list: operation(rows, (request) => list(entity, request)),
    read: operation(record, async (request) =>
      recordReply(request, entity, await load(request.context, entity, idOf(request))),
    ),
    create: operation(record, (request) => create(entity, request)),
    update: operation(record, (request) => update(entity, request)),
    delete: operation({ reply: idReply }, async (request) => {
      const { record } = await changeDeletion(entity, request, true)
      return { body: { id: record.id } }
    }),
    restore: operation(record, async (request) =>
      recordReply(request, entity, await changeDeletion(entity, request, false)),
    ),
    groups: operation(groupsContract, (request) => groups(entity, request)),
    rows: rowsOperation(entity),
    bulk: later(async () => (await import('#functions/platform/jobs/startBulk.ts')).bulkOperation(entity)),
    'import-list': later(async () =>
      (await import('#functions/platform/jobs/imports/startImport.ts')).importListOperation(entity),
    ),
    'export-list': later(async () =>
      (await import('#functions/platform/jobs/startExport.ts')).exportListOperation(entity),
    ),
  }
  for (const name of ruledStepsOf(entity))
    operations[name] = operation(record, (request) => step(entity, name, request))
  return Object.fromEntries(Object.entries(operations).map(([name, run]) => [`${entity.resource}.${name}`, run]))
}

async function list(entity: Entity, { query: values, actor, context }: Request) {
  const { ids, fields, ...query } = parseList(entity, values, actor)
  const narrow = (row: Row) => (fields ? narrowed(row, fields) : row)
  if (!ids) {
    if (asksForRestricted(entity, query)) await noteManyAccess(context, entity, 'list', entity.resource)
    const page = await listPage(entity, query, context)
    return pageReply(entity, { ...page, rows: page.rows.map(narrow) })
  }
  // Columns of a few records are a list like any other: only whole ones are read.
  const rows = await manyRecords(context, entity, ids, { filter: query, isNoted: fields === undefined })
  return pageReply(entity, { rows: rows.map(narrow), offset: 0, total: rows.length, asOf: context.origin.at })
}

const narrowed = (row: Row, fields: readonly string[]): Row => ({
  ...Object.fromEntries(fields.flatMap((name) => (Object.hasOwn(row, name) ? [[name, row[name]]] : []))),
  id: row.id,
})

// A list shows columns of whatever matches; only one that asks for the restricted records is itself a reading of them.
const asksForRestricted = ({ restricted = {} }: Entity, { conditions }: ListQuery): boolean =>
  Object.values(restricted).some((needed) => conditions.some(({ field }) => Object.hasOwn(needed, field)))

async function groups(entity: Entity, { query, actor, context }: Request) {
  const { groups, total, asOf } = await askGroups(entity, parseGroups(entity, query, actor), context)
  const range = `groups 0-${Math.max(0, groups.length - 1)}/${total}`
  return { body: [...groups], headers: { 'content-range': range, 'x-as-of': asOf } }
}

/** A page in the list contract's headers. */
export function pageReply<R>(
  { resource }: Pick<Entity, 'resource'>,
  page: Omit<Page, 'rows'> & { readonly rows: readonly R[] },
) {
  const last = page.offset + Math.max(0, page.rows.length - 1)
  return {
    body: [...page.rows],
    headers: {
      'content-range': `${resource} ${page.offset}-${last}/${page.total}`,
      'x-total-count': String(page.total),
      'x-as-of': page.asOf,
      ...(page.nextCursor && { 'x-next-cursor': page.nextCursor }),
    },
  }
}

const create = (entity: Entity, request: Request) =>
  idempotent(request, entity, (claim) => {
    const write = async () => {
      const own = { ...request.context, references: new Map() }
      const change = await planCreate(own, entity, request.body)
      const [stored] = await save(own, await withConsequences(own, change), claim(change.after.id))
      if (!stored) throw new Error('Nothing was written')
      return stored
    }
    // Records that follow from it may be written by others meanwhile.
    return retryOnConflict(write, { attempts: writeAttempts, busy: refuse('STORE_BUSY') })
  })

async function update(entity: Entity, request: Request) {
  const named = { id: idOf(request), version: requiredVersion(request) }
  const updated = await changeOne(request.context, entity, named, async (own, stored) =>
    withConsequences(own, await planUpdate(own, entity, stored, request.body)),
  )
  return recordReply(request, entity, updated)
}

async function step(entity: Entity, name: string, request: Request) {
  const taken = { name, values: stepBody(request), version: versionOf(request) }
  return recordReply(request, entity, await takeStep(request.context, entity, idOf(request), taken))
}

const changeDeletion = (entity: Entity, request: Request, isDeleting: boolean) =>
  changeOne(request.context, entity, { id: idOf(request), version: versionOf(request) }, async (own, stored) => {
    if ((stored.record.deletedAt !== undefined) === isDeleting) return []
    return withConsequences(own, await (isDeleting ? planDelete : planRestore)(own, entity, stored))
  })
