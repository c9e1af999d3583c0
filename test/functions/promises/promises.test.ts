import { expect, test } from 'vitest'
import { Interaction } from '#shared/entities/interaction.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { User } from '#shared/entities/user.ts'
import { caseNow, receivedCase } from '#test/functions/cases/scene.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { inHours, promise, promiseNow, promisesOf, resolvedCase, step } from './scene.ts'

const world = useTable()
const opened = () => receivedCase(world().siteId, inHours(-2))
/** A promise that was due an hour ago. */
const overdue = async (caseId: string) =>
  (await seed(CasePromise, { ...CasePromise.example, caseId, dueAt: inHours(-1) }, {}, inHours(-1.5))).id
const close = (id: string) => as('director')(`POST /api/cases/${id}/actions/close`)

test('a promise names who made it, and its case counts it', async () => {
  const caseId = await opened()
  const { status, body } = await promise(caseId)
  expect([status, body]).toMatchObject([201, { status: 'open', madeBy: world().userIds.officer }])
  expect(body.patientId).toBe((await caseNow(caseId)).patientId)
  expect(await promisesOf(caseId)).toMatchObject({ counted: 1 })
})

test('a promise for a time that has passed, or from a conversation with somebody else, is none', async () => {
  const [caseId, otherId] = [await opened(), await opened()]
  expect((await promise(caseId, { dueAt: inHours(-1) })).body.rule).toBe('PROMISE_PAST')
  expect((await promise(caseId, { dueAt: '9999-12-31T23:59:59.999Z' })).body.rule).toBe('PROMISE_FAR')
  const { patientId } = await caseNow(otherId)
  const interactionId = (await seed(Interaction, { ...Interaction.example, patientId, caseId: otherId })).id
  expect((await promise(caseId, { interactionId })).body.rule).toBe('PROMISE_OTHER_CONTACT')
  expect((await promise(otherId, { interactionId })).status).toBe(201)
  expect(await promisesOf(caseId)).toMatchObject({ counted: 0, promises: [] })
})

test('what was done in time was kept in time; what was not done was not', async () => {
  const caseId = await opened()
  const [kept, broken, cancelled] = [await promise(caseId), await promise(caseId), await promise(caseId)]
  expect((await step(kept.body.id, 'keep', { evidence: 'She was called at ten.' })).body).toMatchObject({
    ...{ status: 'kept', isKeptInTime: true, endedBy: world().userIds.officer },
    evidence: 'She was called at ten.',
  })
  expect((await step(broken.body.id, 'break', { reason: 'The surgeon is away.' })).body.isKeptInTime).toBe(false)
  const ended = (await step(cancelled.body.id, 'cancel', { reason: 'Entered twice.' })).body
  expect(ended).not.toHaveProperty('isKeptInTime')
  expect(ended).not.toHaveProperty('alarmAt')
  expect(await promisesOf(caseId)).toMatchObject({ counted: 0, open: [] })
})

test('a promise is kept late once its time has passed', async () => {
  const id = await overdue(await opened())
  expect((await step(id, 'keep', { evidence: 'Called.' })).body).toMatchObject({ status: 'kept', isKeptInTime: false })
})

test('another time that was agreed ends the promise and begins a new one of the same owner, in one step', async () => {
  const caseId = await opened()
  const ownerId = world().userIds['second-officer']
  const { id } = (await promise(caseId, { ownerId })).body
  const newDueAt = inHours(96)
  expect((await step(id, 'renegotiate', { newDueAt: inHours(-1), reason: 'Asked.' })).body.rule).toBe('PROMISE_PAST')
  const ended = await step(id, 'renegotiate', { newDueAt, reason: 'She asked for it.' })
  expect(ended.body).toMatchObject({ status: 'renegotiated' })
  expect(ended.body).not.toHaveProperty('isKeptInTime')
  expect((await step(id, 'renegotiate', { newDueAt, reason: 'Again.' })).body.rule).toBe('STATE')
  const { open, counted } = await promisesOf(caseId)
  expect(counted).toBe(1)
  expect(open).toMatchObject([{ ownerId, dueAt: newDueAt, renegotiatedFromId: id, madeBy: world().userIds.officer }])
  await step(open[0]?.id ?? '', 'keep', { evidence: 'Called.' })
  expect(await promisesOf(caseId)).toMatchObject({ counted: 0, open: [] })
})

test('whoever asks for more time after it was due has not kept it', async () => {
  const id = await overdue(await opened())
  const ended = await step(id, 'renegotiate', { newDueAt: inHours(5), reason: 'Sorry.' })
  expect(ended.body).toMatchObject({ status: 'renegotiated', isKeptInTime: false })
})

test('a promise of somebody who left goes on without an owner when another time is agreed', async () => {
  const caseId = await opened()
  const owner = await seed(User, { ...User.example, email: 'leaves@redress.test', siteIds: [world().siteId] })
  const { id } = (await promise(caseId, { ownerId: owner.id })).body
  await as('everyone')(`PATCH /api/users/${owner.id}`, { isActive: false }, { headers: { 'if-match': '"1"' } })
  expect((await step(id, 'renegotiate', { newDueAt: inHours(96), reason: 'He left.' })).status).toBe(200)
  const [next] = (await promisesOf(caseId)).open
  expect(next).not.toHaveProperty('ownerId')
})

test('the patient is told how it went, and who keeps it may change', async () => {
  const { id } = (await promise(await opened())).body
  const ownerId = world().userIds['second-officer']
  expect((await step(id, 'reassign', { ownerId })).body).toMatchObject({ ownerId, status: 'open' })
  expect((await step(id, 'tell-patient', { toldHow: 'By phone' })).body.patientToldAt).toBeDefined()
  expect((await step(id, 'keep', { evidence: 'x' }, 'front-desk')).status).toBe(200)
  expect((await step(id, 'reassign', { ownerId })).body.rule).toBe('STATE')
})

test('no form and no pasted row changes a promise, and nobody deletes one', async () => {
  const { id, version } = (await promise(await opened())).body
  const changes = { dueAt: inHours(500) }
  const refused = [
    await as('everyone')(`PATCH /api/promises/${id}`, changes),
    await as('everyone')('POST /api/promises/rows', [{ id, version, changes }]),
    await as('everyone')(`DELETE /api/promises/${id}`),
  ]
  expect(refused.map(({ status }) => status)).toEqual([405, 405, 405])
  for (const name of ['alarm', 'release-owner']) expect((await step(id, name, {}, 'everyone')).status).toBe(404)
  expect((await promiseNow(id)).version).toBe(1)
})

test('a case counts every promise that is made at the same moment', async () => {
  const caseId = await opened()
  const made = await Promise.all(Array.from({ length: 6 }, () => promise(caseId)))
  expect(made.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 201))
  expect((await promisesOf(caseId)).counted).toBe(6)
  const keep = ({ body }: (typeof made)[number]) => step(body.id, 'keep', { evidence: 'Done.' })
  await Promise.all(made.map(keep))
  expect(await promisesOf(caseId)).toMatchObject({ counted: 0, open: [] })
})

test('a case with an open promise is not closed, and a closed one takes no promise', async () => {
  const caseId = await resolvedCase(world().siteId)
  const { id } = (await promise(caseId)).body
  expect((await close(caseId)).body.rule).toBe('PROMISES_OPEN')
  await step(id, 'keep', { evidence: 'Called.' })
  expect((await close(caseId)).body).toMatchObject({ status: 'closed' })
  expect((await promise(caseId)).body.rule).toBe('CASE_OVER')
  expect((await promisesOf(caseId)).open).toEqual([])
})

test('when a case is closed while a promise is made, one of the two is refused', async () => {
  for (let round = 0; round < 5; round++) {
    const caseId = await resolvedCase(world().siteId)
    const [closed, made] = await Promise.all([close(caseId), promise(caseId)])
    expect([closed.status, made.status].sort()).toEqual(closed.status === 200 ? [200, 409] : [201, 409])
    const { open, counted } = await promisesOf(caseId)
    expect([open.length, counted]).toEqual(closed.status === 200 ? [0, 0] : [1, 1])
  }
})
