import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import type { HttpAnswer } from '#test/support/session.ts'
import { newVisit, productUrl } from './world.ts'

let product: Awaited<ReturnType<typeof productUrl>>
let visit: Awaited<ReturnType<typeof newVisit>>

beforeAll(async () => {
  product = await productUrl()
  visit = await newVisit(product.url)
}, 120_000)
afterAll(() => product?.stop())

const idsIn = ({ body }: HttpAnswer): string[] => body.map(({ id }: { id: string }) => id)

/** Lists the patient's cases six times at once; a deployed product answers by new instances beside the one that is warm. */
const listings = (seen: string, more: object = {}) => {
  const filter = encodeURIComponent(JSON.stringify({ patientId: visit.patientId, ...more }))
  const list = () => visit.officer(`GET /api/cases?filter=${filter}&range=[0,24]`, undefined, { 'x-seen': seen })
  return Promise.all(Array.from({ length: 6 }, list))
}

const newCase = async () => {
  const body = { ...Case.example, siteId: visit.siteId, patientId: visit.patientId }
  const created = await visit.officer('POST /api/cases', { ...body, receivedAt: new Date().toISOString() })
  expect(created.status, JSON.stringify(created.body)).toBe(201)
  return created.body
}

test('several instances give the same list, in which everybody sees at once what they wrote', async () => {
  const ids: string[] = []
  for (let round = 0; round < 3; round++) {
    ids.push((await newCase()).id)
    const answers = await listings(ids.map((id) => `${id}@1`).join(','))
    for (const answer of answers) {
      expect(idsIn(answer).sort()).toEqual([...ids].sort())
      expect(answer.headers.get('content-range')).toMatch(new RegExp(`/${ids.length}$`))
      expect(answer.body).toEqual(answers[0]?.body)
      expect(Date.now() - Date.parse(answer.headers.get('x-as-of') ?? '')).toBeLessThan(30_000)
    }
  }
})

test('a change is in the next lists of its writer, under the filter that it meets since then', async () => {
  const { id, version, type } = await newCase()
  const next = type === 'enquiry' ? 'complaint' : 'enquiry'
  const changed = await visit.officer(`PATCH /api/cases/${id}`, { type: next }, { 'if-match': `"${version}"` })
  expect(changed.status, JSON.stringify(changed.body)).toBe(200)
  const seen = `${id}@${changed.body.version}`
  for (const answer of await listings(seen, { type: next })) expect(idsIn(answer)).toEqual([id])
  for (const answer of await listings(seen, { type })) expect(idsIn(answer)).not.toContain(id)
})
