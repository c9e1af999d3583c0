import { beforeEach, describe, expect, test, vi } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { getAnyRecord } from '#functions/platform/store/read.ts'
import { Payer } from '#shared/entities/payer.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { refuse } from '#shared/refusals.ts'
import type { Rules } from '#shared/rules/decision.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

type Follow = NonNullable<NonNullable<Rules['derivation']>['follow']>

/** The site that counts writes of users, and whether it takes no more of them. */
const count = vi.hoisted(() => ({ siteId: '', isClosed: false, isAsked: false }))

// No shipped rule follows a write of every kind: here a site counts each write of a user, and a payer is made of each number.
vi.mock('#shared/rules/index.ts', async (original) => {
  const real = await original<typeof import('#shared/rules/index.ts')>()
  const rulesOf = async (resource: string): Promise<Rules> => {
    const rules = await real.rulesOf(resource)
    if (resource === 'users')
      return {
        actions: { ...rules.actions, ...anybody },
        derivation: { ...derive, ...rules.derivation, follow: counted },
      }
    if (resource === 'sites')
      return { actions: { digest: { decide: counting } }, derivation: { ...derive, follow: made } }
    return rules
  }
  const derive = { derive: () => ({}) }
  const anybody: Rules['actions'] = { 'plan-absence': { decide: () => ({ changes: {} }) } }
  const counted: Follow = (user, before) => {
    if (!count.isAsked || user.deputyId) return {}
    const values = { ...person, email: `of-${user.email}`, deputyId: user.id }
    const second = { resource: 'users', values, key: ['second'] }
    const updates = [{ resource: 'sites', id: count.siteId, step: 'digest', body: { isPart: true } }]
    return { updates, creates: before ? [] : [second] }
  }
  const counting: Rules['actions'][string]['decide'] = ({ record }) =>
    count.isClosed ? refuse('PROFILE_BUSY') : { changes: { nameAr: String(Number(record.nameAr) + 1) } }
  const made: Follow = ({ nameAr }) => ({
    creates: [{ resource: 'payers', values: { ...payer, name: `Payer ${nameAr}` }, key: [String(nameAr)] }],
  })
  const person = { name: 'Amal Reda', roles: ['officer'], siteIds: [], isActive: true }
  const payer = { type: 'insurer', deliveryMode: 'portal' }
  return { ...real, rulesOf }
})

useTable()
useFiles()

let sites = 0
beforeEach(async () => {
  Object.assign(count, { isAsked: false, isClosed: false })
  const { id } = await seed(Site, { ...Site.example, nameAr: '0', code: `F${++sites}` })
  Object.assign(count, { siteId: id, isAsked: true })
})

let users = 0
const email = () => `follow-${++users}@redress.test`
/** New users whom nobody has counted. */
async function someUsers(size: number): Promise<string[]> {
  count.isAsked = false
  const made = Array.from({ length: size }, () => seed(User, { ...User.example, email: email() }))
  const ids = (await Promise.all(made)).map(({ id }) => id)
  count.isAsked = true
  return ids
}

const admin = as('admin')
const stored = async (id: string) => (await getAnyRecord(id, { consistent: true }))?.record
const counted = async () => Number((await stored(count.siteId))?.nameAr)
/** Payers made of the numbers that were counted. */
async function payers(): Promise<number> {
  for (let made = 0; ; made++) if (!(await stored(derivedId(Payer, count.siteId, String(made + 1))))) return made
}
const patch = (id: string, name: string, version = 1) => admin(`PATCH /api/users/${id}`, { name, version })

/** Runs a job to its end; the number of records that it could not write. */
async function job(address: string, body: object): Promise<{ status: number; body: unknown }> {
  const started = await admin(address, body)
  expect(started.status, started.text).toBe(202)
  await runJob(started.body.job, Date.now() + 60_000)
  const { failed, done } = (await admin(`GET /api/jobs/${started.body.job}`)).body
  return { status: failed === 0 ? 200 : 409, body: { failed, done } }
}
const upload = (lines: readonly string[], mode: string, key: string) => ({
  file: ['id,name,email,roles,isActive,siteIds', ...lines].join('\n'),
  ...{ mode, key },
})

/** Every way to write users, with the number of users that it writes. */
const doors: Record<string, (ids: readonly string[]) => Promise<{ status: number }>> = {
  'a change by form': ([id = '']) => patch(id, 'Huda Karim'),
  'a deletion': ([id = '']) => admin(`DELETE /api/users/${id}`),
  'a step': ([id = '']) =>
    admin(`POST /api/users/${id}/actions/plan-absence`, { awayFrom: '2027-01-04', awayTo: '2027-01-05' }),
  'pasted rows': async (ids) => {
    const rows = ids.map((id) => ({ id, version: 1, changes: { name: 'Huda Karim' } }))
    const { body } = await admin('POST /api/users/rows', rows)
    return { status: body.every(({ ok }: { ok: boolean }) => ok) ? 200 : 409 }
  },
  'a change of many': (ids) => job('POST /api/users/bulk', { ids, changes: { name: 'Huda Karim' } }),
  'a step of many': (ids) =>
    job('POST /api/users/bulk', {
      ids,
      action: 'plan-absence',
      body: { awayFrom: '2027-01-04', awayTo: '2027-01-05' },
    }),
  'an import of known records': (ids) =>
    job(
      'POST /api/users/import',
      upload(
        ids.map((id) => `${id},Huda Karim,,,,`),
        'update',
        'id',
      ),
    ),
}
const isOfOne = (name: string) => ['a change by form', 'a deletion', 'a step'].includes(name)

describe.each(Object.entries(doors))('%s', (name, open) => {
  const size = isOfOne(name) ? 1 : 5

  test('brings about what follows from it', { timeout: 60_000 }, async () => {
    const ids = await someUsers(size)
    expect((await open(ids)).status).toBeLessThan(300)
    for (const id of ids) expect(await stored(id)).toMatchObject({ version: 2 })
    expect([await counted(), await payers()]).toEqual([size, size])
  })

  test('writes nothing when what follows is refused', { timeout: 60_000 }, async () => {
    const ids = await someUsers(size)
    count.isClosed = true
    expect((await open(ids)).status).toBe(409)
    for (const id of ids) expect(await stored(id)).toMatchObject({ version: 1 })
    expect([await counted(), await payers()]).toEqual([0, 0])
  })
})

test('a creation by form, by import and a restored record bring about what follows', { timeout: 60_000 }, async () => {
  const created = await admin('POST /api/users', { ...User.example, email: email() })
  expect(created.status).toBe(201)
  // A second person refers to the first, who is only made in the same transaction.
  const second = derivedId(User, created.body.id, 'second')
  expect(await stored(second)).toMatchObject({ deputyId: created.body.id })
  expect(await counted()).toBe(1)
  const lines = [1, 2, 3].map(() => `,Amal Reda,${email()},officer,true,${count.siteId}`)
  expect(await job('POST /api/users/import', upload(lines, 'insert', 'email'))).toMatchObject({ status: 200 })
  expect(await counted()).toBe(4)
  const [other] = await someUsers(1)
  await admin(`DELETE /api/users/${other}`)
  expect((await admin(`POST /api/users/${other}/restore`)).status).toBe(200)
  expect([await counted(), await payers()]).toEqual([6, 6])
})

test('nothing follows when nothing differs', async () => {
  const [id = ''] = await someUsers(1)
  expect((await patch(id, String(User.example.name))).status).toBe(200)
  await job('POST /api/users/bulk', { ids: [id], changes: { name: User.example.name } })
  expect(await counted()).toBe(0)
})

test('many at once are all written, though each of them counts in one record', { timeout: 60_000 }, async () => {
  const ids = await someUsers(4)
  const written = await Promise.all([
    ...ids.map((id) => patch(id, 'Huda Karim')),
    ...ids.map(() => admin('POST /api/users', { ...User.example, email: email() })),
  ])
  expect(written.map(({ status }) => status)).toEqual([200, 200, 200, 200, 201, 201, 201, 201])
  expect([await counted(), await payers()]).toEqual([8, 8])
})

test('who changes an older version gets the 412 of that record, and nothing follows', async () => {
  const [id = ''] = await someUsers(1)
  const answers = await Promise.all(['Amal', 'Badr', 'Dana'].map((name) => patch(id, name)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412])
  const stale = answers.find(({ status }) => status === 412)
  expect(stale?.body.current).toMatchObject({ id, version: 2 })
  expect(await counted()).toBe(1)
})
