import { expect, test } from 'vitest'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { relatedTo } from '#functions/platform/records/related.ts'
import { save } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getChildren, getRecord } from '#functions/platform/store/read.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Statement } from '#shared/entities/statement.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()

async function seedCase() {
  const { siteId } = world()
  const memberNumber = crypto.randomUUID().slice(0, 20)
  const { id: patientId } = await seed(Patient, { ...Patient.example, siteId, memberNumber })
  return seed(Case, { ...Case.example, siteId, patientId })
}
const newCase = async () => (await seedCase()).id

const statement = (caseId: string) => seed(Statement, { ...Statement.example, caseId })
const under = async (caseId: string) => (await getChildren(Statement, caseId)).map(({ record }) => record.id)

async function write(id: string, values: RecordValues): Promise<void> {
  const before = (await getRecord(Statement, id, { consistent: true })) as StoredRecord
  const context = contextFor(product, 'demo', new Date().toISOString(), 'test')
  await save(context, [{ entity: Statement, before, after: { ...before.record, ...values }, action: 'update' }])
}

test('statements are found under their case at once, also when they are moved, deleted and restored', async () => {
  const [one, other] = [await newCase(), await newCase()]
  const ids = [await statement(one), await statement(one), await statement(other)].map(({ id }) => id)
  const [first = '', second = '', third = ''] = ids
  expect(await under(one)).toEqual([first, second].sort())
  expect(await under(other)).toEqual([third])
  await write(second, { caseId: other })
  expect(await under(one)).toEqual([first])
  expect(await under(other)).toEqual([second, third].sort())
  await write(third, { deletedAt: new Date().toISOString() })
  expect(await under(other)).toEqual([second])
  await write(third, { deletedAt: undefined })
  expect(await under(other)).toEqual([second, third].sort())
  expect(await under('case_01ARZ3NDEKTSV4RRFFQ69G5FAV')).toEqual([])
})

test('a rule sees what stands under its own record, or under the record that it names', async () => {
  const [own, other] = [await seedCase(), await seedCase()]
  const [{ id: ownId }, { id: otherId }] = [await statement(own.id), await statement(other.id)]
  const shown = async (id: unknown) => {
    const needs = { own: { under: 'statements' }, named: { under: 'statements', id: () => id } }
    const context = contextFor(product, 'demo', new Date().toISOString(), 'test')
    const related = await relatedTo(context, needs, own, {})
    return [related.own, related.named].map((records) => records?.map((each) => each.id))
  }
  expect(await shown(other.id)).toEqual([[ownId], [otherId]])
  expect(await shown(undefined)).toEqual([[ownId], []])
})

test('all of many children are found, with what each of them is now', async () => {
  const caseId = await newCase()
  const context = contextFor(product, 'demo', new Date().toISOString(), 'test')
  const all = Array.from({ length: 150 }, (_, n) => ({
    ...Statement.example,
    id: `statement_01ARZ3NDEKTSV4RRFFQ69G${String(n).padStart(4, '0')}`,
    version: 0,
    caseId,
    siteId: world().siteId,
    narrative: 'x'.repeat(7000),
  }))
  for (let from = 0; from < all.length; from += 25)
    await save(
      context,
      all.slice(from, from + 25).map((after) => ({ entity: Statement, after, action: 'create' })),
    )
  const children = await getChildren(Statement, caseId)
  expect(children.map(({ record }) => record.id)).toEqual(all.map(({ id }) => id))
  expect(children.every(({ record }) => record.narrative.length === 7000)).toBe(true)
})

test('a list of statements shows those of a case, of sites that the reader may see', async () => {
  const caseId = await newCase()
  await statement(caseId)
  const query = { filter: { caseId } }
  expect((await as('officer')('GET /api/statements', undefined, { query })).body).toHaveLength(1)
  expect((await as('foreign-officer')('GET /api/statements', undefined, { query })).body).toEqual([])
})
