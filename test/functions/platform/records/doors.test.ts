import { beforeAll, expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { getAnyRecord } from '#functions/platform/store/read.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { bulkStepsOf, fieldOf } from '#shared/declaration/entity.ts'
import type { Role } from '#shared/declaration/roles.ts'
import { roles } from '#shared/declaration/roles.ts'
import { entities, entityOf } from '#shared/entities/index.ts'
import { canonical } from '#shared/values/canonical.ts'
import { isReached } from '#test/functions/platform/projection/scene/listModel.ts'
import { as, type CallReply } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { useTable } from '#test/support/table.ts'
import { bodyFor, type Records, seedEvery } from './everyRecord.ts'

const world = useTable()
useFiles()
let own: Records
let foreign: Records
const all = new Map<string, AnyRecord>()

beforeAll(async () => {
  const { siteId, foreignSiteId, userIds } = world()
  own = await seedEvery(siteId, userIds.officer, 'own')
  foreign = await seedEvery(foreignSiteId, userIds['foreign-officer'], 'foreign')
  for (const records of [own, foreign])
    for (const record of records.values()) all.set(record.id, await whole(record.id))
})

async function whole(id: string): Promise<AnyRecord> {
  const stored = await getAnyRecord(id, { consistent: true })
  if (!stored) throw new Error(`No record ${id}`)
  return stored.record
}

/** The records of an entity that somebody of a role does not reach, as the model says. */
function outOfReach(entity: Entity, role: Role): AnyRecord[] {
  const actor = { userId: world().userIds[role], name: '', roles: [role], siteIds: [world().siteId] }
  const seeded = [own, foreign].flatMap((records) => all.get(records.get(entity.resource)?.id ?? '') ?? [])
  return seeded.filter((record) => entity.resource !== 'users' && !isReached(entity, record, actor, all))
}

const isFull = process.env.REDRESS_FULL === '1'

/** A way to a record by its id. */
interface Door {
  readonly name: string
  readonly open: (id: string) => Promise<CallReply>
}

/** Every way to one record of an entity that a role may try: what is asked is the same for any id. */
function doorsOf({ resource, actions, isAppendOnly }: Entity, role: Role): Door[] {
  const call = as(role)
  const asked = (address: string, body?: unknown, query?: Record<string, unknown>) =>
    call(address, body, { headers: { 'If-Match': '"1"' }, ...(query && { query }) })
  const job = async (address: string, body: unknown) => {
    const started = await asked(address, body)
    if (started.status !== 202) return started
    await runJob(started.body.job, Date.now() + 30_000)
    const { body: done } = await asked(`GET /api/jobs/${started.body.job}`)
    const { status, failed, errors, total, result = {} } = done
    return { ...started, body: { status, failed, errors, total, rows: result.rows, differences: result.differences } }
  }
  const changes = someChange(entityOf(resource))
  const [column = 'id', value] = Object.entries(changes)[0] ?? []
  const path = `/api/${resource}`
  const steps = bulkStepsOf(entityOf(resource))
    .slice(0, isFull ? undefined : 2)
    .map((name) => ({ name, body: bodyFor(actions[name]?.body ?? {}, own) }))
  return [
    { name: 'read', open: (id) => asked(`GET ${path}/${id}`) },
    { name: 'many', open: (id) => asked(`GET ${path}`, undefined, { filter: { id: [id] } }) },
    { name: 'history', open: (id) => asked('GET /api/history', undefined, { filter: { recordId: id } }) },
    { name: 'form', open: (id) => asked(`PATCH ${path}/${id}`, changes) },
    { name: 'deletion', open: (id) => asked(`DELETE ${path}/${id}`) },
    { name: 'restoring', open: (id) => asked(`POST ${path}/${id}/restore`) },
    { name: 'rows', open: (id) => asked(`POST ${path}/rows`, [{ id, version: 1, changes }]) },
    { name: 'export', open: (id) => job(`POST ${path}/export`, { ids: [id] }) },
    { name: 'bulk', open: (id) => job(`POST ${path}/bulk`, { ids: [id], changes }) },
    {
      name: 'import',
      open: (id) =>
        job(`POST ${path}/import`, {
          file: `id,${column}\n${id},${value}\n`,
          mode: 'update',
          key: 'id',
          dryRun: isAppendOnly,
        }),
    },
    ...Object.keys(actions).map((name) => ({
      name,
      open: (id: string) => asked(`POST ${path}/${id}/actions/${name}`, bodyFor(actions[name]?.body ?? {}, own)),
    })),
    ...steps.map(({ name, body }) => ({
      name: `${name} of many`,
      open: (id: string) => job(`POST ${path}/bulk`, { ids: [id], action: name, body }),
    })),
  ]
}

/** An answer as far as it says something of the record: without its id and what is new in every answer. */
const saidOf = ({ status, body, headers }: CallReply, id: string): string =>
  canonical([status, body, headers['content-range'], headers['x-restricted']])
    .replaceAll(id, 'ID')
    .replaceAll(/"(job|id)":"job_\w+"/g, '"job"')

/** A change of one field that a form may make, so that nothing is refused for being empty. */
function someChange({ fields, example }: Entity): Record<string, unknown> {
  const name = Object.keys(fields).find((each) => typeof example[each] === 'string' && fields[each]?.kind !== 'instant')
  return name === undefined ? {} : { [name]: example[name] }
}

const missing = ({ prefix }: Entity) => `${prefix}_${'0'.repeat(26)}`

test.each(entities.map((entity) => [entity.resource, entity] as const))(
  '%s: a record out of reach is the same as one that is not there, at every door',
  async (_resource, entity) => {
    const told: string[] = []
    for (const role of roles)
      for (const { id } of outOfReach(entity, role).slice(0, isFull ? undefined : 1))
        for (const { name, open } of doorsOf(entity, role)) {
          const [said, should] = [saidOf(await open(id), id), saidOf(await open(missing(entity)), missing(entity))]
          if (said !== should) told.push(`${role}, ${name}: ${said} and not ${should}`)
          expect(await whole(id), `${role}, ${name}`).toEqual(all.get(id))
        }
    expect(told).toEqual([])
  },
)

/** Every reference that new records of an entity may be given. */
const referencesOf = (entity: Entity) =>
  Object.keys(entity.fields).flatMap((name) => {
    const resource = fieldOf(entity, name)?.resource
    return resource && resource !== 'users' ? [{ name, target: entityOf(resource) }] : []
  })

test.each(entities.map((entity) => [entity.resource, entity] as const))(
  '%s: nothing is made from a record out of reach, and its refusal tells nothing',
  async (resource, entity) => {
    for (const role of entity.access.create)
      for (const { name, target } of referencesOf(entity))
        for (const { id } of outOfReach(target, role)) {
          const many = fieldOf(entity, name)?.kind === 'references'
          const made = (value: string) =>
            as(role)(`POST /api/${resource}`, {
              ...entity.example,
              ...bodyFor(entity.fields, own),
              [name]: many ? [value] : value,
            })
          const [answer, should] = [await made(id), await made(missing(target))]
          expect(answer.status, `${role} ${name}`).toBeGreaterThanOrEqual(400)
          expect(saidOf(answer, id), `${role} ${name}`).toBe(saidOf(should, missing(target)))
        }
  },
)
