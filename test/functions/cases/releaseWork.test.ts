import { expect, test } from 'vitest'
import { releaseWork } from '#functions/cases/releaseWork.ts'
import { sweep } from '#functions/lambdas/events.ts'
import { getAnyRecord } from '#functions/platform/store/read.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { User } from '#shared/entities/user.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { noticesAbout, receivedCase } from './scene.ts'

const world = useTable()
const now = () => new Date().toISOString()
const later = () => new Date(Date.now() + 2 * 86_400_000).toISOString()
const read = async (id: string) => (await getAnyRecord(id, { consistent: true }))?.record

let people = 0
async function officer(): Promise<string> {
  const email = `leaver-${++people}@redress.test`
  return (await seed(User, { ...User.example, email, roles: ['officer'], siteIds: [world().siteId] })).id
}

/** A case, a promise and a call of a person. */
async function workOf(ownerId: string) {
  const caseId = await receivedCase(world().siteId, now(), { ownerId })
  const patientId = (await read(caseId))?.patientId
  const promise = await seed(CasePromise, { ...CasePromise.example, caseId, ownerId, dueAt: later() })
  const call = { ...FollowUp.example, patientId, caseId, assigneeId: ownerId, dueFrom: now(), dueTo: later() }
  return { caseId, promiseId: promise.id, callId: (await seed(FollowUp, call)).id }
}

test('the work of a person who left waits for a new owner, and the unit manager is told how much it is', async () => {
  const [leaver, stays] = [await officer(), await officer()]
  const [left, kept] = [await workOf(leaver), await workOf(stays)]
  const closed = await receivedCase(world().siteId, now(), { ownerId: leaver })
  await as('officer')(`POST /api/cases/${closed}/actions/withdraw`, { reason: 'She left.' })
  await sweep()
  const { version } = (await as('admin')(`GET /api/users/${leaver}`)).body
  expect((await as('admin')(`PATCH /api/users/${leaver}`, { isActive: false, version })).status).toBe(200)
  await sweep()
  expect((await read(left.caseId))?.ownerId).toBeUndefined()
  expect((await read(left.promiseId))?.ownerId).toBeUndefined()
  expect((await read(left.callId))?.assigneeId).toBeUndefined()
  expect((await read(kept.caseId))?.ownerId).toBe(stays)
  expect((await read(closed))?.ownerId).toBe(leaver)
  expect(await noticesAbout(leaver)).toEqual(['work-without-owner 3 unit-manager'])
})

test('an event that comes twice, or of somebody who came back, changes nothing', async () => {
  const person = await officer()
  const { caseId } = await workOf(person)
  const event = { id: person, eventId: `${person}#2` } as Parameters<typeof releaseWork>[0]
  await releaseWork(event)
  expect((await read(caseId))?.ownerId).toBe(person)
  const { version } = (await as('admin')(`GET /api/users/${person}`)).body
  await as('admin')(`PATCH /api/users/${person}`, { isActive: false, version })
  await Promise.all([releaseWork(event), releaseWork(event)])
  await releaseWork(event)
  expect((await read(caseId))?.ownerId).toBeUndefined()
  expect(await noticesAbout(person)).toEqual(['work-without-owner 3 unit-manager'])
})
