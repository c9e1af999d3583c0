import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseCsv } from '#shared/values/csv.ts'
import { eventually } from '#test/support/session.ts'
import { finished, newVisit, productUrl } from './world.ts'

let product: Awaited<ReturnType<typeof productUrl>>
let visit: Awaited<ReturnType<typeof newVisit>>

beforeAll(async () => {
  product = await productUrl()
  visit = await newVisit(product.url)
}, 120_000)
afterAll(() => product?.stop())

test('patients are imported from a file, the refused row is returned as a file, and their list is exported', async () => {
  const { officer, siteId } = visit
  const suffix = Date.now().toString(36)
  const rows = Array.from({ length: 60 }, (_, n) => `${siteId},Patient ${n},F-${suffix}-${n},`)
  const file = ['siteId,name,memberNumber,phone', ...rows, `${siteId},Wrong Phone,F-${suffix}-x,12`].join('\r\n')
  const key = { 'idempotency-key': `import-${suffix}` }
  const ask = async () => (await officer('POST /api/patients/import', { file, mode: 'insert' }, key)).body
  const { job } = await ask()
  expect((await ask()).job).toBe(job)
  const imported = await finished(officer, job)
  expect(imported).toMatchObject({ status: 'done', failed: 1, result: { inserted: 60 } })
  const refused = parseCsv(await (await fetch(imported.result.url)).text())
  expect(refused[1]?.slice(1, 4)).toEqual(['Wrong Phone', `F-${suffix}-x`, '12'])

  const q = encodeURIComponent(JSON.stringify({ q: `F-${suffix}` }))
  const found = await eventually(
    async () => (await officer(`GET /api/patients?filter=${q}&range=[0,99]`)).body,
    (seen) => seen.length === 60,
  )
  const ids = found.map(({ id }: { id: string }) => id)
  const { body } = await officer('POST /api/patients/export', { ids, columns: ['memberNumber', 'name'] })
  const { result } = await finished(officer, body.job)
  const bytes = Buffer.from(await (await fetch(result.url)).arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(result.sha256)
  expect(parseCsv(bytes.toString('utf8'))).toHaveLength(61)
})
