import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate, planDelete, planned, planRestore } from '#functions/platform/records/change.ts'
import { listPage, type Page } from '#functions/platform/records/list.ts'
import { save } from '#functions/platform/records/save.ts'
import { saveMany } from '#functions/platform/records/saveMany.ts'
import { searchPage } from '#functions/platform/records/search.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { parseList } from '#shared/api/listQuery.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { freshTable, startEngine } from '#test/support/engine.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import {
  actions,
  type ModelAction,
  type ModelRead,
  type ModelScene,
  readings,
  shouldList,
  valuesOf,
  withIds,
} from './listsModel.ts'

useTable({ people: false })
const isFull = process.env.REDRESS_FULL === '1'
const work = () => contextFor(product, 'demo', '2026-11-20T12:00:00.000Z', 'test')

/** Three sites and a patient of each, in a new table. */
async function newScene(): Promise<ModelScene> {
  process.env.TABLE_NAME = await freshTable((await startEngine()).endpoint)
  const siteIds: string[] = []
  const patientIds: string[] = []
  for (const code of ['A', 'B', 'C']) {
    const { id: siteId } = await seed(Site, { ...Site.example, code })
    siteIds.push(siteId)
    patientIds.push((await seed(Patient, { ...Patient.example, siteId })).id)
  }
  return { siteIds, patientIds }
}

/** A global person, one of a site, one of two sites, and one of none. */
const peopleOf = ({ siteIds }: ModelScene): Actor[] =>
  [[], [0], [0, 2], []].map((sites, index) => ({
    userId: `user_${index}`,
    name: `Person ${index}`,
    roles: [index === 0 ? 'director' : 'officer'],
    siteIds: sites.map((site) => siteIds[site] ?? ''),
  }))

/** Makes one change in the table and in the model. */
async function perform(action: ModelAction, model: Map<string, StoredRecord>, scene: ModelScene): Promise<void> {
  const stored = 'index' in action ? [...model.values()][action.index % Math.max(1, model.size)] : undefined
  const change = await changeOf(action, stored, scene)
  for (const after of change ? await save(work(), [change]) : []) model.set(after.record.id, after)
}

async function changeOf(
  action: ModelAction,
  stored: StoredRecord | undefined,
  scene: ModelScene,
): Promise<Change | undefined> {
  if (action.do === 'create') {
    const { status, ...body } = valuesOf(action.to, scene)
    return planCreate(work(), Case, { ...Case.example, ...body }, { facts: { status } })
  }
  if (!stored) return undefined
  const isDeleted = stored.record.deletedAt !== undefined
  if (isDeleted) return action.do === 'restore' ? planRestore(work(), Case, stored) : undefined
  if (action.do !== 'patch') return action.do === 'delete' ? planDelete(work(), Case, stored) : undefined
  const { siteId: _site, patientId: _patient, ...changes } = valuesOf(action.to, scene)
  return planned(work(), Case, stored, changes, 'update')
}

const pageOf = ({ filter, order, limit, offset }: ModelRead, actor: Actor, cursor?: string): Promise<Page> => {
  const range = JSON.stringify([offset, offset + limit - 1])
  const sort = JSON.stringify(['receivedAt', order])
  return listPage(Case, parseList(Case, { filter: JSON.stringify(filter), range, sort, cursor }, actor), actor)
}

/** Reads a list from its offset to its end and compares it with the model. */
async function check(reading: ModelRead, actor: Actor, model: ReadonlyMap<string, StoredRecord>): Promise<void> {
  const should = shouldList(
    [...model.values()].map(({ record }) => record),
    reading,
    actor,
  )
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await pageOf(reading, actor, cursor)
    expect(page.offset).toBe(reading.offset + ids.length)
    if (page.isExact) expect(page.total).toBe(should.length)
    else expect(page.total).toBeLessThanOrEqual(should.length)
    expect(page.rows.length === reading.limit || page.nextCursor === undefined).toBe(true)
    ids.push(...page.rows.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor)
  const rest = should.slice(reading.offset)
  expect(new Set(ids).size, 'none doubled').toBe(ids.length)
  expect(ids.map((id) => model.get(id)?.record.receivedAt)).toEqual(rest.map(({ receivedAt }) => receivedAt))
  if (reading.offset === 0) expect([...ids].sort()).toEqual(rest.map(({ id }) => id).sort())
}

/** An offset that lands among the rows of one site must not go back to the first rows of the other. */
const twoSites: { done: ModelAction[]; read: ModelRead[] } = {
  done: Array.from({ length: 15 }, (_, n) => {
    const [site, day] = n < 10 ? [0, n] : [2, n + 50]
    return { do: 'create', to: { site, day, minute: 0, status: 'received', severity: 'major', type: 'complaint' } }
  }),
  read: [
    { who: 2, filter: {}, order: 'DESC', offset: 7, limit: 2 },
    { who: 2, filter: {}, order: 'ASC', offset: 11, limit: 2 },
    { who: 0, filter: { siteId_eq_any: [0, 2] }, order: 'DESC', offset: 3, limit: 1 },
  ],
}

test('random lists contain exactly the expected records, for every person, offset and page size', {
  timeout: 7_200_000,
}, async () => {
  const sequence = fc.record({ done: actions, read: readings })
  await fc.assert(
    fc.asyncProperty(sequence, async ({ done, read }) => {
      const scene = await newScene()
      const model = new Map<string, StoredRecord>()
      for (const action of done) await perform(action, model, scene)
      for (const reading of read) {
        const actor = peopleOf(scene)[reading.who]
        if (actor) await check(withIds(reading, scene), actor, model)
      }
    }),
    { numRuns: isFull ? 10_000 : 30, examples: [[twoSites]] },
  )
})

test('reading 200 rows by cursor repeats none and misses none while others are added', {
  timeout: 60_000,
}, async () => {
  const scene = await newScene()
  const body = (n: number, site: number) => {
    const to = { site, day: n % 71, minute: n % 4, status: 'received', severity: 'routine', type: 'enquiry' } as const
    const { status: _status, ...values } = valuesOf(to, scene)
    return planCreate(work(), Case, { ...Case.example, ...values })
  }
  const old: StoredRecord[] = []
  for (let n = 0; n < 200; n += 20)
    old.push(
      ...(await saveMany(
        work(),
        await Promise.all(Array.from({ length: 20 }, (_, index) => body((n + index) * 7, index % 3))),
      )),
    )
  for (const [who, sites] of [
    ['director', [0, 1, 2]],
    ['two sites', [0, 2]],
  ] as const) {
    const actor = peopleOf(scene)[who === 'director' ? 0 : 2]
    if (!actor) throw new Error('Nobody reads')
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await pageOf({ who: 0, filter: {}, order: 'DESC', offset: 0, limit: 9 }, actor, cursor)
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.nextCursor
      await saveMany(work(), await Promise.all([0, 1, 2].map((n) => body(seen.length * 5 + n * 20, n))))
    } while (cursor)
    const mine = old.filter(({ record }) => sites.some((site) => scene.siteIds[site] === record.siteId))
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(mine.map(({ record }) => record.id)))
  }
})

test('a search follows people as they are written, moved, deleted and restored', async () => {
  const { siteIds } = await newScene()
  const [director, officer] = peopleOf({ siteIds, patientIds: [] })
  if (!director || !officer) throw new Error('Nobody searches')
  const search = async (q: string, actor: Actor) =>
    (await searchPage(Patient, q, parseList(Patient, { filter: JSON.stringify({ q }) }, actor), actor)).rows.map(
      ({ name }) => name,
    )
  const names = ['Yousef Al-Harbi', 'يوسف الحربي', 'Joséf Harb', 'Noura Al-Qahtani']
  const patients: StoredRecord[] = []
  for (const [index, name] of names.entries()) {
    const body = { name, memberNumber: `X-${index}`, phone: `+96655000000${index}`, siteId: siteIds[index % 2] }
    patients.push(...(await save(work(), [await planCreate(work(), Patient, body)])))
  }
  expect((await search('harb', director)).sort()).toEqual(['Joséf Harb', 'Yousef Al-Harbi'])
  expect(await search('حرب', director)).toEqual([])
  expect(await search('الحربي', director)).toEqual(['يوسف الحربي'])
  expect((await search('harb', officer)).sort()).toEqual(['Joséf Harb', 'Yousef Al-Harbi'])
  expect(await search('0003', director)).toEqual(['Noura Al-Qahtani'])
  expect(await search('0003', officer)).toEqual([])
  expect(await search('josef harb', officer)).toEqual(['Joséf Harb'])
  const [yousef] = patients
  if (!yousef) throw new Error('Nobody was made')
  const renamed = await planned(work(), Patient, yousef, { name: 'Yusuf Harbi' }, 'update')
  const [after] = renamed ? await save(work(), [renamed]) : []
  expect(await search('yousef', director)).toEqual([])
  if (!after) throw new Error('Nothing was renamed')
  const [gone] = await save(work(), [planDelete(work(), Patient, after)])
  expect(await search('yusuf', director)).toEqual([])
  if (gone) await save(work(), [planRestore(work(), Patient, gone)])
  expect(await search('yusuf', director)).toEqual(['Yusuf Harbi'])
  expect(await search('ــ', director)).toEqual([])
})
