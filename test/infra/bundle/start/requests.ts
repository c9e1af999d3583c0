import { randomUUID } from 'node:crypto'
import { marshall } from '@aws-sdk/util-dynamodb'
import { expect } from 'vitest'
import { outboxShards } from '#functions/platform/store/keys.ts'
import { queryPartition } from '#functions/platform/store/read.ts'
import { schedules } from '#shared/declaration/schedules.ts'
import { Case } from '#shared/entities/case.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Payer } from '#shared/entities/payer.ts'
import { invite, published, visit } from '#test/functions/surveys/scene.ts'
import { as, eventOf } from '#test/support/call.ts'
import type { Person, World } from '#test/support/people.ts'

/** One event for a function, and what its answer has to hold. */
export interface StartRequest {
  readonly event: unknown
  readonly expected: unknown
}

type ExpectedReply = readonly [statusCode: number, part?: string]

/** A request over HTTP and its reply: the status, and a part of the body. */
function request(
  person: Person | 'nobody',
  address: string,
  body: unknown,
  [statusCode, part]: ExpectedReply,
): StartRequest {
  const [method = 'GET', path = '/'] = address.split(' ')
  const isForm = typeof body === 'string'
  const headers = { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' }
  const options = isForm ? { headers, raw: body } : { headers }
  return {
    event: eventOf(person, method, new URL(path, 'http://localhost'), isForm ? undefined : body, options),
    expected: expect.objectContaining({ statusCode, ...(part && { body: expect.stringContaining(part) }) }),
  }
}

const query = (name: string, value: unknown): string => `${name}=${encodeURIComponent(JSON.stringify(value))}`

/** Everything that waits in the outbox, as the stream of the table hands it over. */
async function stream(): Promise<object> {
  const shards = Array.from({ length: outboxShards }, (_, shard) => queryPartition(`OUT#${shard}`, { limit: 100 }))
  const items = (await Promise.all(shards)).flatMap((page) => page.items)
  const image = (item: object) => marshall(item, { removeUndefinedValues: true })
  return {
    Records: items.map((item, index) => {
      const NewImage = image(item)
      const dynamodb = { Keys: { pk: NewImage.pk, sk: NewImage.sk }, NewImage, SequenceNumber: String(index + 1) }
      return { eventID: randomUUID(), eventName: 'INSERT', eventSource: 'aws:dynamodb', dynamodb }
    }),
  }
}

/**
 * The events of each function, in a hospital with people, a patient, a survey and a waiting job. The last event of
 * each can be sent again.
 */
export async function requestsOf({
  siteId,
  foreignSiteId,
}: World): Promise<Readonly<Record<string, readonly StartRequest[]>>> {
  const { patientId, encounterId } = await visit(siteId)
  const surveyId = await published()
  const [link] = await invite(surveyId, { encounterIds: [encounterId], channel: 'link' })
  await invite(surveyId, { encounterIds: [(await visit(siteId)).encounterId], channel: 'email' })
  const { encounterId: third } = await visit(siteId)
  const ids = [siteId, foreignSiteId]
  const bulk = await as('admin')('POST /api/sites/bulk', { ids, changes: { nameAr: 'مستشفى' } })
  const list = await as('admin')('POST /api/sites/export', {})
  const page = `/s/${link?.url.split('/').at(-1)}`
  const patient = { ...Patient.example, siteId, memberNumber: 'M-START' }
  const invitation = { encounterIds: [third], channel: 'link' }
  const range = query('range', [0, 1])
  const nothingFailed = { batchItemFailures: [] }
  const sweep: StartRequest = { event: { sweep: true }, expected: nothingFailed }
  return {
    cases: [
      request('front-desk', 'POST /api/cases', { ...Case.example, siteId, patientId }, [201, '"received"']),
      request('officer', `GET /api/cases?${range}`, undefined, [200, 'case_']),
    ],
    patients: [
      request('nobody', 'GET /api/patients', undefined, [401]),
      request('front-desk', 'POST /api/patients', patient, [201, 'M-START']),
      request('front-desk', `GET /api/patients?${query('filter', { q: 'mariam' })}`, undefined, [200, 'patient_']),
    ],
    settings: [request('admin', `GET /api/users?${range}`, undefined, [200, 'user_'])],
    settlements: [
      request('admin', 'POST /api/payers', Payer.example, [201, 'payer_']),
      request('admin', 'GET /api/payers', undefined, [200, 'payer_']),
    ],
    surveys: [
      request('officer', `POST /api/surveys/${surveyId}/actions/invite`, invitation, [200, 'http://localhost:4000/s/']),
      request('officer', 'GET /api/invitations', undefined, [200, 'invitation_']),
    ],
    'follow-ups': [
      request('officer', 'POST /api/follow-ups', { ...FollowUp.example, patientId }, [201, 'follow_']),
      request('officer', 'GET /api/follow-ups', undefined, [200, 'follow_']),
    ],
    'survey-page': [
      request('nobody', `GET ${page}`, undefined, [200, '<form']),
      request('nobody', `POST ${page}`, 'submissionId=one&lang=en&q.overall=2', [200]),
      request('nobody', 'GET /s/unknown', undefined, [404, '<html']),
    ],
    system: [
      request('officer', 'GET /api/me', undefined, [200, 'user_']),
      request('nobody', 'GET /api/health', undefined, [200, '"status":"ok"']),
    ],
    openapi: [request('nobody', 'GET /api/openapi.json', undefined, [200, '"3.1.0"'])],
    jobs: [
      ...[bulk, list].map(({ body }) => ({
        event: { Records: [{ messageId: body.job, body: JSON.stringify({ jobId: body.job }) }] },
        expected: nothingFailed,
      })),
      sweep,
    ],
    schedules: schedules.map(({ name: tick }) => ({
      event: { tick },
      expected: expect.not.objectContaining({ skipped: true }),
    })),
    events: [{ event: await stream(), expected: nothingFailed }, sweep],
  }
}
