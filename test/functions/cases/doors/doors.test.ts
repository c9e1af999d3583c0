import { beforeAll, describe, expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { newId } from '#functions/platform/records/ids.ts'
import { save } from '#functions/platform/records/save.ts'
import { getAnyRecord, getRecord } from '#functions/platform/store/read.ts'
import { roles } from '#shared/declaration/roles.ts'
import { entityOf } from '#shared/entities/index.ts'
import { Site } from '#shared/entities/site.ts'
import { SiteProfile } from '#shared/entities/siteProfile.ts'
import { as } from '#test/support/call.ts'
import { groupsOf, type Person } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { DeskScene } from './deskScene.ts'
import { doors, type StepRow } from './doorTable.ts'

const world = useTable()
const isFull = process.env.REDRESS_FULL === '1'
/** Of the cells that are refused, a third by default, each time the same. */
const share = isFull ? 1 : 3

const persons: readonly Person[] = [...roles, 'foreign-officer']

const statesOf = (resource: string) => Object.keys(entityOf(resource).lifecycle?.states ?? {})
const isAllowed = ({ allow }: StepRow, person: Person) =>
  person !== 'foreign-officer' && groupsOf(person).some((role) => allow.includes(role))
const isFrom = ({ from }: StepRow, state: string) => from === undefined || from.includes(state)
const versionOf = async (id: string) => (await getAnyRecord(id, { consistent: true }))?.record.version

let own: DeskScene
let foreign: DeskScene
/** One record of each resource in each state, at the own site, which nothing may change. */
const standing = new Map<string, string>()

beforeAll(async () => {
  await giveLimits(world().siteId)
  await giveLimits(world().foreignSiteId)
  own = new DeskScene(world(), world().siteId)
  foreign = new DeskScene(world(), world().foreignSiteId)
  for (const resource of new Set(doors.map((door) => door.resource)))
    for (const state of statesOf(resource)) standing.set(`${resource} ${state}`, await own.record(resource, state))
}, 120_000)

/** Limits of money, which a site has by its profile. */
async function giveLimits(siteId: string) {
  const site = await getRecord(Site, siteId, { consistent: true })
  const context = contextFor(product, 'demo', new Date().toISOString(), 'limits')
  const version = {
    profileId: newId(SiteProfile, context.origin.at),
    validFrom: '2020-01-01',
    fromAt: '2020-01-01T00:00:00.000Z',
  }
  const profiles = [{ ...version, limitAMinor: 50_000, limitBMinor: 200_000 }]
  const change = site && (await planned(context, Site, site, { profiles }, 'set-profiles'))
  await save(context, change ? [change] : [])
}

const standingOf = (resource: string, state: string) => standing.get(`${resource} ${state}`) ?? ''

test('the table has every step of the desk that a person takes', () => {
  for (const resource of new Set(doors.map((door) => door.resource))) {
    const declared = Object.entries(entityOf(resource).actions).filter(([, { allow }]) => allow.length > 0)
    const listed = doors.filter((door) => door.resource === resource).map(({ step }) => step)
    expect(listed.sort(), resource).toEqual(declared.map(([name]) => name).sort())
  }
})

describe.each(doors)('$resource: $step', (door) => {
  const { resource, step } = door

  test('is taken by whom and from where the specification says', { timeout: 120_000 }, async () => {
    for (const state of statesOf(resource).filter((each) => isFrom(door, each)))
      for (const person of persons.filter((each) => isAllowed(door, each))) {
        const id = await own.record(resource, state)
        const body = await own.body(resource, step, id)
        const answer = await as(person)(`POST /api/${resource}/${id}/actions/${step}`, body)
        // A step that any state allows may still find nothing to do there.
        const isDone = answer.status === 200 || (door.from === undefined && [409].includes(answer.status))
        expect(isDone, `${person} from ${state}: ${answer.text.slice(0, 300)}`).toBe(true)
      }
  })

  test('is refused elsewhere with its id and a sentence, and nothing changes', { timeout: 120_000 }, async () => {
    let cell = 0
    for (const state of statesOf(resource))
      for (const person of persons) {
        cell += 1
        if (isAllowed(door, person) && isFrom(door, state)) continue
        if (cell % share !== 0) continue
        const id = standingOf(resource, state)
        const before = await versionOf(id)
        const body = await own.body(resource, step, id)
        const answer = await as(person)(`POST /api/${resource}/${id}/actions/${step}`, body)
        const where = `${person} from ${state}: ${answer.text.slice(0, 300)}`
        expect([403, 404, 409], where).toContain(answer.status)
        expect(answer.body.rule, where).toMatch(/^[A-Z_]+$/)
        expect(answer.body.message, where).toMatch(/\w{3,}/)
        if (isAllowed(door, person)) expect(answer.body.rule, where).toBe('STATE')
        expect(await versionOf(id), where).toBe(before)
      }
  })

  test('is refused for a record of another site', { timeout: 60_000 }, async () => {
    const state = statesOf(resource).find((each) => isFrom(door, each))
    const id = await foreign.record(resource, state)
    const before = await versionOf(id)
    for (const person of persons.filter((each) => isAllowed(door, each) && !['director', 'admin'].includes(each))) {
      const body = await own.body(resource, step, id)
      const answer = await as(person)(`POST /api/${resource}/${id}/actions/${step}`, body)
      expect([403, 404], `${person}: ${answer.text.slice(0, 200)}`).toContain(answer.status)
    }
    expect(await versionOf(id)).toBe(before)
  })

  test('is refused in bulk where the button is, record by record', { timeout: 120_000 }, async () => {
    const wrong = statesOf(resource).filter((state) => !isFrom(door, state))
    const person = persons.find((each) => isAllowed(door, each))
    if (wrong.length === 0 || !person) return
    const ids = wrong.map((state) => standingOf(resource, state))
    const before = await Promise.all(ids.map(versionOf))
    const body = await own.body(resource, step, ids[0] ?? '')
    const started = await as(person)(`POST /api/${resource}/bulk`, { ids, action: step, body, dryRun: false })
    expect(started.status, started.text).toBe(202)
    await runJob(started.body.job, Date.now() + 60_000)
    const { failed, errors } = (await as(person)(`GET /api/jobs/${started.body.job}`)).body
    expect(failed).toBe(ids.length)
    for (const { refusal, message } of errors) {
      expect(refusal.rule).toBe('STATE')
      expect(message).toMatch(/\w{3,}/)
    }
    expect(await Promise.all(ids.map(versionOf))).toEqual(before)
  })
})

test('no form, no row and no import moves a record to another state', { timeout: 120_000 }, async () => {
  for (const [key, id] of standing) {
    const [resource = '', state] = key.split(' ')
    const other = statesOf(resource).find((each) => each !== state)
    const version = await versionOf(id)
    const patch = await as('director')(`PATCH /api/${resource}/${id}`, { status: other, version })
    expect([403, 404, 405, 422], `${key}: ${patch.text.slice(0, 200)}`).toContain(patch.status)
    const rows = await as('director')(`POST /api/${resource}/rows`, [{ id, version, changes: { status: other } }])
    if (rows.status === 200) expect(rows.body[0].ok, key).toBe(false)
    const file = `id,status\n${id},${other}\n`
    const imported = await as('director')(`POST /api/${resource}/import`, { file, mode: 'update', key: 'id' })
    if (imported.status === 202) await runJob(imported.body.job, Date.now() + 60_000)
    expect(await versionOf(id), key).toBe(version)
  }
})

test('nobody takes a step of the product', { timeout: 120_000 }, async () => {
  for (const [key, id] of standing) {
    const [resource = ''] = key.split(' ')
    const before = await versionOf(id)
    for (const [step, { allow }] of Object.entries(entityOf(resource).actions)) {
      if (allow.length > 0) continue
      expect((await as('everyone')(`POST /api/${resource}/${id}/actions/${step}`, {})).status, `${key} ${step}`).toBe(
        404,
      )
      const bulk = await as('everyone')(`POST /api/${resource}/bulk`, { ids: [id], action: step })
      expect([403, 409], `${key} ${step} in bulk`).toContain(bulk.status)
    }
    expect(await versionOf(id), key).toBe(before)
  }
})
