import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { signedIn } from './panel.ts'
import { isSound } from './steps.ts'

let product: UnderTest
let browser: Browser
const numbers: string[] = []

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  const { officer, siteId, patientId } = await newVisit(product.url)
  for (const summary of ['The bill is too high.', 'Nobody called me back.']) {
    const { body } = await officer('POST /api/cases', { ...Case.example, siteId, patientId, summary })
    numbers.push(body.number)
  }
  const { body } = await officer('POST /api/cases', { ...Case.example, siteId, patientId })
  await officer(`POST /api/cases/${body.id}/actions/acknowledge`, { how: 'By phone', contactPerson: 'Huda Nasser' })
  await officer(`POST /api/cases/${body.id}/actions/investigate`, { plan: 'Hear both.', planOn: '2026-12-01' })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('a case goes on to its next column by the keyboard, and a step that is refused says why', async () => {
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await panel.open('/cases/board')
  const column = (name: string) => page.getByRole('region', { name, exact: true })
  await column('Received').getByRole('link', { name: numbers[0] }).waitFor()
  await isSound(panel)
  await panel.picture('panel-board-en')
  await column('Received')
    .getByRole('button', { name: `Acknowledge: ${numbers[0]}` })
    .press('Enter')
  await page.getByRole('dialog').getByLabel(/^How/).fill('By phone')
  await page.keyboard.press('Enter')
  await column('Acknowledged').getByRole('link', { name: numbers[0] }).waitFor()
  expect(await column('Received').getByRole('listitem').count()).toBe(1)
  await column('Investigating')
    .getByRole('button', { name: /^Assess/ })
    .press('Enter')
  await column('Investigating')
    .getByRole('status')
    .filter({ hasText: /patient/i })
    .waitFor()
  await column('Acknowledged').getByRole('link', { name: numbers[0] }).press('Enter')
  await page.getByRole('heading', { level: 1, name: numbers[0] }).waitFor()
  await page.context().close()
})

test('the front desk sees the board without steps that it never takes; on a phone one column at a time', async () => {
  const panel = await signedIn(browser, product.url, 'front-desk', {
    language: 'ar',
    viewport: { width: 390, height: 844 },
  })
  const { page } = panel
  await panel.open('/cases/board')
  expect(await page.getByRole('main').getByRole('region').count()).toBe(1)
  await page.getByRole('link', { name: numbers[1] }).waitFor()
  expect(await page.getByRole('region').getByRole('button').count()).toBe(0)
  await isSound(panel)
  await panel.picture('panel-board-phone-ar')
  await page.getByRole('combobox', { name: 'الوضع' }).selectOption('acknowledged')
  await page.getByRole('link', { name: numbers[0] }).waitFor()
  await page.context().close()
})
