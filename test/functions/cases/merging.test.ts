import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Entity } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
let patientId: string
let otherPatientId: string

beforeAll(async () => {
  const { siteId } = world()
  patientId = (await seed(Patient, { ...Patient.example, siteId })).id
  otherPatientId = (await seed(Patient, { ...Patient.example, siteId, memberNumber: 'M-2' })).id
})

const openCase = async (ofPatient = patientId, siteId = world().siteId) =>
  (await seed(Case, { ...Case.example, siteId, patientId: ofPatient })).id
const newPatient = async (siteId = world().siteId) =>
  (await seed(Patient, { ...Patient.example, siteId, memberNumber: `M-${Math.random()}`.slice(0, 20) })).id

const step = (id: string, name: string, body = {}) =>
  as('officer')(`POST /api/${id.startsWith('case') ? 'cases' : 'patients'}/${id}/actions/${name}`, body)
const read = async (id: string) =>
  (await as('director')(`GET /api/${id.startsWith('case') ? 'cases' : 'patients'}/${id}`)).body

test('a case that is merged names the one that stays, and comes back as it was', async () => {
  const [first, second] = [await openCase(), await openCase()]
  await step(first, 'acknowledge', { how: 'phone', contactPerson: 'Huda Nasser' })
  expect((await step(first, 'merge', { intoId: second })).body).toMatchObject({
    status: 'merged',
    mergedIntoId: second,
  })
  expect(await read(first)).not.toHaveProperty('isOpen')
  expect(await read(second)).toMatchObject({ status: 'received', mergedIds: [first] })
  const { responseDueAt } = await read(first)
  expect((await step(first, 'unmerge')).body).toMatchObject({ status: 'acknowledged', isOpen: true, responseDueAt })
  expect(await read(first)).not.toHaveProperty('mergedIntoId')
  expect(await read(second)).not.toHaveProperty('mergedIds')
  const history = (await as('officer')('GET /api/history', undefined, { query: { filter: { recordId: second } } })).body
  expect(history.map(({ action }: { action: string }) => action)).toEqual(['release', 'absorb', 'create'])
})

test('a case is merged with no other patient’s, no other site’s, not with itself and not into a merged one', async () => {
  const [first, second, third] = [await openCase(), await openCase(), await openCase()]
  const refused = async (intoId: string) => (await step(first, 'merge', { intoId })).body.rule
  expect(await refused(first)).toBe('MERGE_ITSELF')
  expect(await refused(await openCase(otherPatientId))).toBe('MERGE_OTHER_PATIENT')
  await step(second, 'merge', { intoId: third })
  expect(await refused(second)).toBe('MERGE_INTO_MERGED')
  const foreign = await openCase(await newPatient(world().foreignSiteId), world().foreignSiteId)
  expect(await refused(foreign)).toBe('INVALID')
  const byDirector = await as('director')(`POST /api/cases/${first}/actions/merge`, { intoId: foreign })
  expect(byDirector.body.rule).toBe('MERGE_OTHER_SITE')
  expect(await read(first)).toMatchObject({ status: 'received', version: 1 })
  expect((await step(first, 'unmerge')).body.rule).toBe('STATE')
})

test('what others were merged into is not deleted, and a deleted record takes none in', async () => {
  for (const create of [openCase, newPatient]) {
    const [first, second, third] = [await create(), await create(), await create()]
    const remove = (id: string) => as('unit-manager')(`DELETE /api/${id.split('_')[0]}s/${id}`)
    await step(first, 'merge', { intoId: second })
    expect((await remove(second)).body).toMatchObject({ rule: 'MERGED_HOLD', status: 409 })
    await remove(third)
    expect((await step(second, 'merge', { intoId: third })).status).toBe(422)
    await step(first, 'unmerge')
    expect((await remove(second)).status).toBe(200)
  }
})

test('only the product tells the record that stays', async () => {
  const [first, second] = [await openCase(), await openCase()]
  expect((await step(second, 'absorb', { mergedId: first })).status).toBe(404)
  const bulk = { ids: [second], action: 'absorb', body: { mergedId: first } }
  expect((await as('everyone')('POST /api/cases/bulk', bulk)).status).toBe(403)
})

test('two people who merge two cases into each other at once leave one merged', async () => {
  for (let round = 0; round < 5; round++) {
    const [first, second] = [await openCase(), await openCase()]
    const answers = await Promise.all([
      step(first, 'merge', { intoId: second }),
      step(second, 'merge', { intoId: first }),
    ])
    const merged = answers.filter(({ status }) => status === 200)
    expect(merged.length).toBeLessThanOrEqual(1)
    const records = [await read(first), await read(second)]
    expect(records.filter(({ mergedIntoId }) => mergedIntoId).length).toBe(merged.length)
  }
})

/** After each sequence every record is there, each pair names each other, and no way from one to the next is a circle. */
async function checkMerges(ids: readonly string[]): Promise<void> {
  const records = new Map(await Promise.all(ids.map(async (id) => [id, await read(id)] as const)))
  expect([...records.values()].map(({ id }) => id)).toEqual(ids)
  for (const [id, { mergedIntoId, mergedIds = [], status }] of records) {
    if (id.startsWith('case')) expect(status === 'merged').toBe(mergedIntoId !== undefined)
    if (mergedIntoId) expect(records.get(mergedIntoId)?.mergedIds).toContain(id)
    for (const other of mergedIds) expect(records.get(other)?.mergedIntoId).toBe(id)
    expect(new Set(mergedIds).size).toBe(mergedIds.length)
    let next = mergedIntoId
    for (let steps = 0; next; steps++) {
      expect(steps).toBeLessThan(ids.length)
      next = records.get(next)?.mergedIntoId
    }
  }
}

const acts = fc.array(fc.tuple(fc.nat(4), fc.option(fc.nat(4), { freq: 3 })), { minLength: 3, maxLength: 14 })

test.each<[string, Entity]>([
  ['cases', Case],
  ['patients', Patient],
])(
  '%s: no sequence of merges and unmerges leaves a circle or loses a record',
  { timeout: 120_000 },
  async (_, entity) => {
    const create = entity === Case ? () => openCase() : () => newPatient()
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const ids = [await create(), await create(), await create(), await create(), await create()]
        for (const [which, into] of sequence) {
          const id = ids[which] ?? ''
          const { status } = into === null ? await step(id, 'unmerge') : await step(id, 'merge', { intoId: ids[into] })
          expect([200, 409]).toContain(status)
        }
        await checkMerges(ids)
        for (const id of ids) await step(id, 'unmerge')
        for (const id of ids) expect(await read(id)).not.toHaveProperty('mergedIds')
      }),
      { numRuns: process.env.REDRESS_FULL === '1' ? 300 : 15 },
    )
  },
)

test('a case on which a promise is open is not merged away', async () => {
  const [first, second] = [await openCase(), await openCase()]
  const dueAt = new Date(Date.now() + 86_400_000).toISOString()
  const promise = await as('officer')('POST /api/promises', { ...CasePromise.example, caseId: first, dueAt })
  const refused = await step(first, 'merge', { intoId: second })
  expect(refused).toMatchObject({ status: 409, body: { rule: 'MERGE_WAITING', parameters: { count: 1 } } })
  expect((await step(second, 'merge', { intoId: first })).status).toBe(200)
  await step(second, 'unmerge')
  await as('officer')(`POST /api/promises/${promise.body.id}/actions/keep`, { evidence: 'I called her.' })
  expect((await step(first, 'merge', { intoId: second })).status).toBe(200)
})
