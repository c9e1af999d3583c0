import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { signedIn } from './panel.ts'
import { choose, isSound } from './steps.ts'

/** Cases that match the filter. */
const many = 1000
let product: UnderTest
let browser: Browser
let visit: Awaited<ReturnType<typeof newVisit>>

beforeAll(async () => {
  product = await productUrl({ demoSize: 40 })
  browser = await openBrowser()
  visit = await newVisit(product.url, { name: 'Salma Idris' })
  const body = { ...Case.example, siteId: visit.siteId, patientId: visit.patientId, type: 'enquiry' }
  for (let index = 0; index < many; index++) {
    const receivedAt = new Date(Date.now() - index * 600_000).toISOString()
    await visit.officer('POST /api/cases', { ...body, receivedAt })
  }
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('a bulk change of a thousand cases shows a preview, then its progress, and changes every case', async () => {
  const panel = await signedIn(browser, product.url, 'everyone')
  const { page } = panel
  const filter = encodeURIComponent(JSON.stringify({ patientId: visit.patientId }))
  await panel.open(`/cases?filter=${filter}`)
  await page.getByRole('button', { name: /Change all that match/ }).click()
  await choose(panel, /What to change/, /Set a field: Service line/)
  await choose(panel, /^Service line/, /dental/i)
  await page.getByRole('button', { name: 'Look first' }).click()
  await page.getByRole('button', { name: /^Change .*record/ }).waitFor()
  await isSound(panel)
  await page.getByRole('button', { name: /^Change .*record/ }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /1,?000 records changed/ })
    .waitFor({ timeout: 60_000 })
  await panel.picture('panel-bulk-en')
  const rows = await visit.officer(`GET /api/cases?filter=${filter}&limit=100`)
  const ids = encodeURIComponent(JSON.stringify({ id: rows.body.map((row: { id: string }) => row.id) }))
  const { body } = await visit.officer(`GET /api/cases?filter=${ids}`)
  expect(new Set(body.map((record: Case) => `${record.version} ${record.serviceLine}`))).toEqual(new Set(['2 dental']))
  await page.getByRole('button', { name: 'Close' }).click()
  await page.context().close()
})
