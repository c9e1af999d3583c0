import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { allFields, type Entity } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import { entities } from '#shared/entities/index.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { valuesOf } from '../projection/scene/sampleRecords.ts'
import { bodyFor, type Records, seedEvery } from '../records/everyRecord.ts'

const world = useTable()
let records: Records
beforeAll(async () => {
  records = await seedEvery(world().siteId, world().userIds.officer, 'undo')
}, 120_000)

/** Every field that a form sets, with its entity. */
const places = entities.flatMap((entity) =>
  entity.access.update.length === 0 || entity.isAppendOnly || ['users', 'sites'].includes(entity.resource)
    ? []
    : Object.entries(entity.fields).map(([name, field]) => ({ entity, name, field })),
)

/** Values that a field may be given, none among them. */
function candidates({ kind, resource, fields = {} }: Field): readonly unknown[] {
  const id = records.get(resource ?? '')?.id
  if (kind === 'reference') return [id, null]
  if (kind === 'references') return [[id], null]
  if (kind === 'term') return ['dental', 'dermatology', 'other', null]
  if (kind === 'list') return [[bodyFor(fields, records)], null]
  if (kind === 'group') return [bodyFor(fields, records), null]
  return [...valuesOf({ kind } as Field), null]
}

const valuesFor = (field: Field) => (field.choices ? [...valuesOf(field), null] : candidates(field))

async function run(address: string, body: object) {
  const { body: started, status } = await as('everyone')(address, body)
  if (status !== 202) return undefined
  await runJob(started.job, Date.now() + 30_000)
  return (await as('everyone')(`GET /api/jobs/${started.job}`)).body
}

const fieldsOf = async (entity: Entity, id: string) => {
  const { body } = await as('everyone')(`GET /api/${entity.resource}/${id}`)
  return Object.fromEntries(
    Object.keys(allFields(entity)).flatMap((name) => (name in entity.fields ? [[name, body[name]]] : [])),
  )
}

test('a change of any field that is undone leaves every field as it was', { timeout: 240_000 }, async () => {
  const kinds = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.nat(), fc.nat(), async ({ entity, name, field }, first, second) => {
      const id = records.get(entity.resource)?.id ?? ''
      const values = valuesFor(field)
      const set = (at: number) =>
        run(`POST /api/${entity.resource}/bulk`, { ids: [id], changes: { [name]: values[at % values.length] } })
      await set(first)
      const before = await fieldsOf(entity, id)
      const job = await set(second)
      if (!job || job.result.changed === 0) return
      const undone = await run(`POST /api/jobs/${job.id}/actions/undo`, {})
      expect(undone, `${entity.resource}.${name}`).toMatchObject({ status: 'done', failed: 0, result: { changed: 1 } })
      expect(await fieldsOf(entity, id), `${entity.resource}.${name}`).toEqual(before)
      kinds.add(field.kind)
    }),
    { numRuns: process.env.REDRESS_FULL === '1' ? 1000 : 120 },
  )
  expect(kinds.size).toBeGreaterThan(8)
})
