import { afterAll, beforeAll, expect, test } from 'vitest'
import { Survey } from '#shared/entities/survey.ts'
import { eventually, request, type SignedInCall, signIn } from '#test/support/session.ts'
import { newVisit, productUrl } from './world.ts'

let product: Awaited<ReturnType<typeof productUrl>>
let visit: Awaited<ReturnType<typeof newVisit>>
let manager: SignedInCall
let surveyId: string

beforeAll(async () => {
  product = await productUrl()
  visit = await newVisit(product.url)
  manager = await signIn(product.url, 'unit-manager')
  const draft = await manager('POST /api/surveys', { ...Survey.example, quarantineDays: 0 })
  surveyId = draft.body.id
  expect((await manager(`POST /api/surveys/${surveyId}/actions/publish`, {})).status).toBe(200)
}, 120_000)
afterAll(() => product?.stop())

const form = (answers: Record<string, string>) =>
  new URLSearchParams({ submissionId: 'sub-1', lang: 'en', ...answers }).toString()

test('a link is created and answered once, and the low score opens one case', async () => {
  const invite = { encounterIds: [visit.encounterId], channel: 'link' }
  const invited = await visit.officer(`POST /api/surveys/${surveyId}/actions/invite`, invite)
  const [{ url }] = invited.body.invitations
  const path = new URL(url).pathname
  expect(path).toMatch(/^\/s\/[\w-]{22}$/)
  for (let look = 0; look < 3; look++) expect((await request(product.url, `GET ${path}`)).status).toBe(200)
  expect((await request(product.url, `POST ${path}`, form({}))).status).toBe(422)
  expect(
    (await request(product.url, `POST ${path}`, form({ 'q.overall': '2', comment: 'Nobody told me the price.' })))
      .status,
  ).toBe(200)
  expect((await request(product.url, `POST ${path}`, form({ 'q.overall': '2' }))).status).toBe(200)
  expect((await request(product.url, `POST ${path}`, form({ 'q.overall': '9', submissionId: 'sub-2' }))).status).toBe(
    409,
  )
  const filter = encodeURIComponent(JSON.stringify({ patientId: visit.patientId }))
  const cases = await eventually(
    async () => (await visit.officer(`GET /api/cases?filter=${filter}`)).body,
    (found) => found.length > 0,
  )
  expect(cases).toHaveLength(1)
  expect(cases[0]).toMatchObject({ type: 'complaint', status: 'received' })
})

test('the tick computes the figures, and few answers stay hidden', async () => {
  await product.tick('survey-stats')
  const filter = encodeURIComponent(JSON.stringify({ surveyId, period: visit.serviceOn.slice(0, 7), by: 'department' }))
  const cells = await eventually(
    async () => (await manager(`GET /api/survey-stats?filter=${filter}`)).body,
    (found) => found.length > 0,
    400_000,
  )
  expect(cells[0]).toMatchObject({ suppressed: 'small' })
  expect(cells[0].favourable ?? null).toBeNull()
})

test('an unknown link and a revoked one look the same', async () => {
  const unknown = await request(product.url, 'GET /s/AAAAAAAAAAAAAAAAAAAAAA')
  expect(unknown.status).toBe(404)
  const other = await newVisit(product.url)
  const invite = { encounterIds: [other.encounterId], channel: 'link' }
  const [{ url, id }] = (await visit.officer(`POST /api/surveys/${surveyId}/actions/invite`, invite)).body.invitations
  await visit.officer(`POST /api/invitations/${id}/actions/cancel`, { reason: 'Sent to the wrong person.' })
  const revoked = await request(product.url, `GET ${new URL(url).pathname}`)
  expect([revoked.status, revoked.body]).toEqual([404, unknown.body])
})
