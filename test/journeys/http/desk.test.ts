import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { request, type SignedInCall, signIn } from '#test/support/session.ts'
import { finished, newVisit, productUrl } from './world.ts'

let product: Awaited<ReturnType<typeof productUrl>>
let visit: Awaited<ReturnType<typeof newVisit>>
let frontDesk: SignedInCall

beforeAll(async () => {
  product = await productUrl()
  visit = await newVisit(product.url)
  frontDesk = await signIn(product.url, 'front-desk')
}, 120_000)
afterAll(() => product?.stop())

const openCase = async () => {
  const body = {
    ...Case.example,
    siteId: visit.siteId,
    patientId: visit.patientId,
    receivedAt: new Date().toISOString(),
  }
  return (await frontDesk('POST /api/cases', body)).body
}

test('a request without a token or with a forged one is refused', async () => {
  expect((await request(product.url, 'GET /api/cases')).status).toBe(401)
  const [head, , sign] = frontDesk.token.split('.')
  const forged = [head, Buffer.from('{"sub":"x","cognito:groups":["admin"]}').toString('base64url'), sign].join('.')
  expect((await request(product.url, 'GET /api/cases', undefined, { authorization: `Bearer ${forged}` })).status).toBe(
    401,
  )
})

test('a case is investigated, assessed and resolved; an early step is refused with its reason', async () => {
  const { id } = await openCase()
  const { officer } = visit
  const act = async (name: string, body: object) => officer(`POST /api/cases/${id}/actions/${name}`, body)
  const assessment = { faultClass: 'communication', cause: 'billing', outcome: 'partly-upheld' }
  expect((await act('acknowledge', { how: 'in person', contactPerson: 'Huda Nasser' })).body.status).toBe(
    'acknowledged',
  )
  expect((await act('investigate', { plan: 'Hear both sides.', planOn: '2026-12-01' })).status).toBe(200)
  expect((await act('assess', assessment)).body).toMatchObject({ status: 409, rule: 'PATIENT_STATEMENT_NEEDED' })
  for (const side of ['patient', 'team'])
    expect(
      (
        await officer('POST /api/statements', {
          caseId: id,
          side,
          speakerName: 'Somebody',
          takenAt: new Date().toISOString(),
          place: 'private-room',
          narrative: 'This is what happened.',
        })
      ).status,
    ).toBe(201)
  expect((await act('assess', assessment)).body.status).toBe('assessed')
  expect((await act('respond', { noRemedyReason: 'An apology and an explanation were enough.' })).body.status).toBe(
    'responding',
  )
  expect((await act('resolve', { patientDecision: 'accepted' })).body.status).toBe('resolved')
  const history = await officer(`GET /api/history?filter=${encodeURIComponent(JSON.stringify({ recordId: id }))}`)
  expect(history.body.map((entry: { action: string }) => entry.action)).toEqual([
    'resolve',
    'respond',
    'assess',
    'investigate',
    'acknowledge',
    'create',
  ])
})

test('two people change one case: the second gets a conflict, and nothing is overwritten', async () => {
  const { id, version } = await openCase()
  const change = (session: SignedInCall, body: object) =>
    session(`PATCH /api/cases/${id}`, body, { 'if-match': `"${version}"` })
  expect((await change(visit.officer, { serviceLine: 'dental' })).status).toBe(200)
  const second = await change(frontDesk, { serviceLine: 'plastic' })
  expect(second.status).toBe(412)
  expect(second.body.current).toMatchObject({ serviceLine: 'dental', version: version + 1 })
})

test('a job changes every match once', async () => {
  for (let count = 0; count < 12; count++) await openCase()
  const filter = { patientId: visit.patientId }
  const dry = await visit.officer('POST /api/cases/bulk', { filter, changes: { level: 2 }, dryRun: true })
  expect(dry.body.sample).toHaveLength(5)
  const { status, body } = await visit.officer('POST /api/cases/bulk', { filter, changes: { level: 2 } })
  expect(status).toBe(202)
  const job = await finished(visit.officer, body.job)
  expect(job).toMatchObject({ status: 'done', failed: 0 })
  expect(job.done).toBeGreaterThanOrEqual(14)
})
