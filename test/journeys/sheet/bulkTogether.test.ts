import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, type SignedInCall, signIn } from '#test/support/session.ts'
import { ended, many, type TenThousand, tenThousand } from '../scenes/tenThousand.ts'

let scene: TenThousand
beforeAll(async () => {
  scene = await tenThousand()
}, 300_000)
afterAll(async () => {
  await scene?.product.stop()
})

test('two people change the same ten thousand at once: none is lost, and what each is told is true', async () => {
  const other = await signIn(scene.product.url, 'admin')
  const start = async (session: SignedInCall, language: string): Promise<string> => {
    const { body } = await session('POST /api/patients/bulk', {
      filter: scene.filter,
      changes: { language },
      expectedCount: many,
    })
    return body.job
  }
  const jobs = await Promise.all([start(scene.officer, 'ur'), start(other, 'zh')])
  const [first, second] = await Promise.all([ended(scene.officer, jobs[0]), ended(other, jobs[1])])
  for (const job of [first, second]) expect(job).toMatchObject({ status: 'done', done: many, failed: 0 })
  const { ur = 0, zh = 0, ...others } = await eventually(scene.spoken, ({ ur = 0, zh = 0 }) => ur + zh === many)
  expect(others).toEqual({})
  expect([first.result.changed, second.result.changed]).toEqual([many, many])
  expect(ur + zh).toBe(many)
}, 240_000)
