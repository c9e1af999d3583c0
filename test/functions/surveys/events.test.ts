import { marshall } from '@aws-sdk/util-dynamodb'
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { dispatchEvent, handler, nextSweepAt, sweep } from '#functions/lambdas/events.ts'
import { product } from '#functions/platform/http/context.ts'
import { listPage } from '#functions/platform/records/list.ts'
import { outboxShards } from '#functions/platform/store/keys.ts'
import { type Event, eventsFrom } from '#functions/platform/store/outbox.ts'
import { queryPartition } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { Case } from '#shared/entities/case.ts'
import { Message } from '#shared/entities/message.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { invite, linked, open, postOffice, published, send, stored, tokenIn, visit } from './scene.ts'

const world = useTable()
const post = postOffice()
let surveyId = ''
beforeAll(async () => {
  surveyId = await published()
  await sweep()
})
afterEach(() => post.refuse(undefined))

const waiting = async (): Promise<Event[]> => {
  const shards = await Promise.all(
    Array.from({ length: outboxShards }, (_, shard) => queryPartition(`OUT#${shard}`, { consistent: true })),
  )
  return shards.flatMap(({ items }) => items.flatMap(eventsFrom))
}
/** An item as a stream hands it over. */
const image = (item: Record<string, unknown>) => marshall(item) as Record<string, AttributeValue>
const rows = async (entity: typeof Case | typeof Message, patientId: string) => {
  const query = { conditions: [conditionOf(entity, 'patientId', patientId)], offset: 0, limit: 50 }
  return (await listPage(entity, query, { actor: product })).rows
}
const answerWith = async (score: string) => {
  const invitation = await linked(world().siteId, surveyId)
  await send(invitation.token, { lang: 'en', submissionId: 's', 'q.overall': score, comment: 'We waited two hours.' })
  return invitation
}

describe('the outbox', () => {
  test('is handled once, oldest first, and is empty afterwards', async () => {
    await visit(world().siteId)
    expect(await waiting()).toHaveLength(2)
    expect(await sweep()).toBe(2)
    expect(await waiting()).toEqual([])
    expect(await sweep()).toBe(0)
  })

  test('is handled by the stream as well, and the sweep finds nothing more', async () => {
    const { encounterId } = await visit(world().siteId)
    const [invitation] = await invite(surveyId, { encounterIds: [encounterId], channel: 'email' })
    const shards = await Promise.all(Array.from({ length: outboxShards }, (_, shard) => queryPartition(`OUT#${shard}`)))
    const Records = shards.flatMap(({ items }) =>
      items.map((item): DynamoDBRecord => {
        const NewImage = image(item)
        const { pk = { S: '' }, sk = { S: '' } } = NewImage
        return { eventName: 'INSERT', dynamodb: { SequenceNumber: '1', Keys: { pk, sk }, NewImage } }
      }),
    )
    expect(await handler({ Records })).toEqual({ batchItemFailures: [] })
    expect(await stored(invitation?.id ?? '')).toMatchObject({ status: 'sent' })
  })

  test('lets an event wait that a consumer could not handle, delivers the rest, and tries again', async () => {
    await sweep()
    process.env.JOBS_QUEUE_URL = 'http://127.0.0.1:1/nobody'
    const job = await as('officer')('POST /api/cases/bulk', { filter: { type: 'enquiry' }, changes: { level: 1 } })
    await visit(world().siteId)
    expect(job.status).toBe(202)
    expect(await sweep()).toBe(3)
    expect(await waiting()).toEqual([])
    const nextAt = (await nextSweepAt()) ?? ''
    delete process.env.JOBS_QUEUE_URL
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(nextAt) })
    expect(await sweep()).toBe(1)
    vi.useRealTimers()
    expect(await nextSweepAt()).toBeUndefined()
  })
})

describe('an invitation by mail', () => {
  test('is sent once for repeated events, with a link that works', async () => {
    const { encounterId } = await visit(world().siteId)
    const id = (await invite(surveyId, { encounterIds: [encounterId], channel: 'email' }))[0]?.id ?? ''
    const [event] = (await waiting()).filter((each) => each.id === id)
    const before = post.mails.length
    await Promise.all([1, 2, 3, 4, 5].map(() => event && dispatchEvent(event)))
    if (event) await dispatchEvent(event)
    await sweep()
    expect(post.mails.length).toBe(before + 1)
    const mail = post.mails.at(-1)
    expect(mail?.subject).toContain('مستشفى النخيل')
    expect(`${mail?.text}${mail?.html}`).not.toContain('Mariam')
    const invitation = await stored(id)
    expect(invitation).toMatchObject({ status: 'sent', remindedCount: 0 })
    expect(Date.parse(String(invitation.expiresAt)) - Date.parse(String(invitation.sentAt))).toBe(14 * 86_400_000)
    expect((await open(mail ? tokenIn(mail) : '')).status).toBe(200)
  })

  test('that the mail service refuses is recorded with the reason and waits', async () => {
    post.refuse(400)
    const { encounterId } = await visit(world().siteId)
    const id = (await invite(surveyId, { encounterIds: [encounterId], channel: 'email' }))[0]?.id ?? ''
    await sweep()
    expect(await stored(id)).toMatchObject({ status: 'queued', toSend: 'invitation' })
    const query = { conditions: [conditionOf(Message, 'status', 'failed')], offset: 0, limit: 50 }
    const failed = (await listPage(Message, query, { actor: product })).rows
    expect(await stored(failed[0]?.id ?? '')).toMatchObject({
      aboutId: id,
      attempts: 1,
      failure: 'ses answered 400 MessageRejected',
    })
  })
})

describe('a low score', () => {
  test('opens exactly one case when its event is handled several times', async () => {
    const { patientId, encounterId, id } = await answerWith('2')
    const [event] = (await waiting()).filter(({ resource, action }) => resource === 'responses' && action === 'create')
    await Promise.all([1, 2, 3, 4, 5].map(() => event && dispatchEvent(event)))
    await sweep()
    const cases = await rows(Case, patientId)
    expect(cases).toHaveLength(1)
    const opened = await stored(cases[0]?.id ?? '')
    expect(opened.id).toBe(id.replace('invitation', 'case'))
    expect(opened).toMatchObject({ type: 'complaint', channel: 'survey', encounterId, status: 'received' })
    expect(opened.summary).toContain('Would you recommend us?: 2')
    expect(opened.summary).toContain('We waited two hours.')
    expect(await stored(String(opened.responseId))).toMatchObject({ caseId: opened.id, lowScores: ['overall'] })
  })

  test('is attached to the open case of the patient', async () => {
    const invitation = await linked(world().siteId, surveyId)
    const { body } = await as('officer')('POST /api/cases', {
      ...Case.example,
      siteId: world().siteId,
      patientId: invitation.patientId,
    })
    await send(invitation.token, { lang: 'en', 'q.overall': '0' })
    await sweep()
    expect(await rows(Case, invitation.patientId)).toHaveLength(1)
    const response = await stored(invitation.id.replace('invitation', 'response'))
    expect(response.caseId).toBe(body.id)
    expect(await stored(body.id)).toMatchObject({ responseId: response.id, version: 2 })
  })

  test('that is not low opens no case', async () => {
    const { patientId } = await answerWith('7')
    await sweep()
    expect(await rows(Case, patientId)).toEqual([])
  })
})

test('a new name is copied into every record that shows it', async () => {
  const { patientId, encounterId, id } = await answerWith('1')
  await sweep()
  const patient = await stored(patientId)
  await as('officer')(`PATCH /api/patients/${patientId}`, { name: 'Mariam Al-Saleh', version: patient.version })
  await sweep()
  const ids = [encounterId, id, id.replace('invitation', 'response'), id.replace('invitation', 'case')]
  for (const each of ids) expect((await stored(each)).patientName).toBe('Mariam Al-Saleh')
})

test('duplicate events in any order have the same result', async () => {
  const invitation = await answerWith('3')
  const events = (await waiting()).filter(({ resource }) => resource !== 'users')
  const shuffled = [...events, ...events, ...events].sort((a, b) => (a.eventId < b.eventId ? 1 : -1))
  for (const event of shuffled) await dispatchEvent(event)
  await sweep()
  expect(await rows(Case, invitation.patientId)).toHaveLength(1)
  expect(await stored(invitation.id)).toMatchObject({ status: 'answered' })
})
