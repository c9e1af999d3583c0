import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { useTable } from '#test/support/table.ts'

useTable()
useFiles()

const survey = {
  ...{ name: 'Long', languages: ['en'], anonymity: 'anonymous', linkDays: 1, quarantineDays: 0, sampleRate: 1 },
  questions: [],
}

/** Texts of so many bytes in all, by language, which no compression makes smaller. */
function texts(bytes: number): Record<string, string> {
  const title: Record<string, string> = {}
  for (let index = 0, left = bytes; left > 0; index++) {
    const name = String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))
    title[name] = randomBytes(6000).toString('base64').slice(0, Math.min(left, 8000))
    left -= 8000
  }
  return title
}

const create = (bytes: number) => as('admin')('POST /api/surveys', { ...survey, title: texts(bytes) })
const change = async (id: string, version: number, bytes: number) =>
  as('admin')(`PATCH /api/surveys/${id}`, { title: texts(bytes), version })

test('whatever size is accepted can be changed to any other, deleted and restored: size never fails in the store', async () => {
  const bytes = fc.oneof(fc.integer({ min: 1, max: 260_000 }), fc.integer({ min: 176_000, max: 180_500 }))
  await fc.assert(
    fc.asyncProperty(bytes, bytes, async (first, second) => {
      const created = await create(first)
      expect([201, 413]).toContain(created.status)
      if (created.status === 413) return
      const { id } = created.body
      const changed = await change(id, 1, second)
      expect([200, 413]).toContain(changed.status)
      expect((await as('admin')(`DELETE /api/surveys/${id}`)).status).toBe(200)
      expect((await as('admin')(`POST /api/surveys/${id}/restore`)).status).toBe(200)
    }),
    { numRuns: 12, examples: [[179_000, 179_500]] },
  )
})

test('the refusal of a record that is too large says how large it is, and names its largest field', async () => {
  const { body } = await create(230_000)
  expect(body).toMatchObject({ rule: 'RECORD_LARGE', parameters: { field: 'title', limit: 180 } })
  expect(body.message).toMatch(
    /^This record would hold 23\d kB; 180 kB are possible. Its largest part, title, has 23\d kB/,
  )
})

test('a change of many large records at once is written in as many transactions as the store needs', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, async () => (await create(170_000)).body.id))
  const { body } = await as('admin')('POST /api/surveys/bulk', { ids, changes: { linkDays: 9 } })
  await runJob(body.job, Date.now() + 60_000)
  expect((await as('admin')(`GET /api/jobs/${body.job}`)).body).toMatchObject({ status: 'done', done: 30, failed: 0 })
})
