import { expect, test } from 'vitest'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate, planDelete, planned, planRestore } from '#functions/platform/records/change.ts'
import { listPage, type Page } from '#functions/platform/records/list.ts'
import { save } from '#functions/platform/records/save.ts'
import { saveMany } from '#functions/platform/records/saveMany.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { parseList } from '#shared/api/listQuery.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { freshTable, startEngine } from '#test/support/engine.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

useTable({ people: false })
const work = () => contextFor(product, 'demo', '2026-11-20T12:00:00.000Z', 'test')

/** Ids of three sites in a new table. */
async function newSites(): Promise<string[]> {
  process.env.TABLE_NAME = await freshTable((await startEngine()).endpoint)
  const ids: string[] = []
  for (const code of ['A', 'B', 'C']) ids.push((await seed(Site, { ...Site.example, code })).id)
  return ids
}

const director: Actor = { userId: 'user_0', name: 'Director', roles: ['director'], siteIds: [] }
const officerOf = (...siteIds: string[]): Actor => ({ userId: 'user_1', name: 'Officer', roles: ['officer'], siteIds })

const pageOf = (actor: Actor, limit: number, cursor?: string): Promise<Page> =>
  listPage(
    Case,
    parseList(Case, { limit: String(limit), sort: '["severity","ASC","receivedAt","DESC"]', cursor }, actor),
    { actor },
  )

test('reading 200 rows by cursor repeats none and misses none while others are added', {
  timeout: 60_000,
}, async () => {
  const siteIds = await newSites()
  const patientIds: string[] = []
  for (const siteId of siteIds) patientIds.push((await seed(Patient, { ...Patient.example, siteId })).id)
  const newCases = (numbers: readonly number[]) =>
    Promise.all(
      numbers.map((n) =>
        planCreate(work(), Case, {
          ...Case.example,
          siteId: siteIds[n % 3],
          patientId: patientIds[n % 3],
          severity: n % 2 ? 'major' : 'routine',
          majorReasons: n % 2 ? ['hospital-incident'] : [],
          receivedAt: new Date(Date.UTC(2026, 9, 25 + ((n * 7) % 71), 12, n % 4)).toISOString(),
        }),
      ),
    )
  const old = await saveMany(work(), await newCases(Array.from({ length: 200 }, (_, n) => n)))
  for (const actor of [director, officerOf(siteIds[0] ?? '', siteIds[2] ?? '')]) {
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await pageOf(actor, 9, cursor)
      expect(page.offset).toBe(ids.length)
      ids.push(...page.rows.map(({ id }) => id))
      cursor = page.nextCursor
      await saveMany(work(), await newCases([0, 1, 2].map((n) => ids.length * 5 + n)))
    } while (cursor)
    const mine = old.filter(({ record }) => actor === director || actor.siteIds.includes(String(record.siteId)))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(mine.map(({ record }) => record.id)))
  }
})

test('a search follows people as they are written, moved, deleted and restored', async () => {
  const siteIds = await newSites()
  const officer = officerOf(siteIds[0] ?? '')
  const search = async (q: string, actor: Actor) => {
    const query = parseList(Patient, { filter: JSON.stringify({ q }), sort: '["name","ASC"]' }, actor)
    return (await listPage(Patient, query, { actor })).rows.map(({ name }) => name)
  }
  const names = ['Yousef Al-Harbi', 'يوسف الحربي', 'Joséf Harb', 'Noura Al-Qahtani', '王小明']
  const patients: StoredRecord[] = []
  for (const [index, name] of names.entries()) {
    const body = { name, memberNumber: `X-${index}`, phone: `+96655000000${index}`, siteId: siteIds[index % 2] }
    patients.push(...(await save(work(), [await planCreate(work(), Patient, body)])))
  }
  expect(await search('harb', director)).toEqual(['Joséf Harb', 'Yousef Al-Harbi'])
  expect(await search('حربي', director)).toEqual(['يوسف الحربي'])
  expect(await search('حربي', officer)).toEqual([])
  expect(await search('harb', officer)).toEqual(['Joséf Harb', 'Yousef Al-Harbi'])
  expect(await search('Alharbi', officer)).toEqual(['Yousef Al-Harbi'])
  expect(await search('明', officer)).toEqual(['王小明'])
  expect(await search('055 000 0003', director)).toEqual(['Noura Al-Qahtani'])
  expect(await search('0003', officer)).toEqual([])
  expect(await search('josef harb', officer)).toEqual(['Joséf Harb'])
  const [yousef] = patients
  if (!yousef) throw new Error('Nobody was made')
  const renamed = await planned(work(), Patient, yousef, { name: 'Yusuf Harbi' }, 'update')
  const [after] = renamed ? await save(work(), [renamed]) : []
  expect(await search('yousef', director)).toEqual([])
  if (!after) throw new Error('Nothing was renamed')
  const [gone] = await save(work(), [await planDelete(work(), Patient, after)])
  expect(await search('yusuf', director)).toEqual([])
  if (gone) await save(work(), [await planRestore(work(), Patient, gone)])
  expect(await search('yusuf', director)).toEqual(['Yusuf Harbi'])
  await expect(search('ــ', director)).rejects.toMatchObject({ refusal: { rule: 'SEARCH_SHORT' } })
})

test('a search of cases finds them by their number, and by the patient whom the searcher may see', async () => {
  const siteIds = await newSites()
  const opened: StoredRecord[] = []
  for (const [index, siteId] of siteIds.entries()) {
    const phone = `+96655123450${index}`
    const { id: patientId } = await seed(Patient, { ...Patient.example, siteId, phone })
    const change = await planCreate(work(), Case, { ...Case.example, siteId, patientId })
    opened.push(...(await save(work(), [change])))
  }
  const search = async (q: string, actor: Actor) => {
    const page = await listPage(Case, parseList(Case, { filter: JSON.stringify({ q }) }, actor), { actor })
    return page.rows.map(({ number }) => number).sort()
  }
  const [first, second, third] = opened.map(({ record }) => record.number)
  expect(await search('0551234501', director)).toEqual([second])
  expect(await search('055123450', director)).toEqual([first, second, third])
  expect(await search('055123450', officerOf(siteIds[2] ?? ''))).toEqual([third])
  expect(await search('mariam', officerOf(siteIds[0] ?? '', siteIds[1] ?? ''))).toEqual([first, second])
  expect(await search(String(second), officerOf(siteIds[1] ?? ''))).toEqual([second])
  expect(await search(String(second), officerOf(siteIds[0] ?? ''))).toEqual([])
})
