import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { type Panel, settled, signedIn } from './panel.ts'
import { isSound, takeStep } from './steps.ts'

let product: UnderTest
let browser: Browser
let caseId: string

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  const { officer, siteId, patientId } = await newVisit(product.url)
  caseId = (await officer('POST /api/cases', { ...Case.example, siteId, patientId })).body.id
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** A section of the page by its heading. */
const listOf = ({ page }: Panel, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) })

test('who writes down what was said is asked to keep the promise in it, by keyboard, and it stands with the case', async () => {
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await panel.open(`/cases/${caseId}/show`)
  await page.getByRole('button', { name: 'Write down a contact' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^What was said/).fill('She asked about the refund. We will call her in two hours.')
  await dialog.getByText('That sounds like a promise. Keep it?').waitFor()
  expect(await dialog.getByLabel(/^What was promised/).inputValue()).toBe('We will call her in two hours.')
  await isSound(panel)
  await panel.picture('panel-promise-en')
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await settled(page)
  const promises = listOf(panel, 'Promises')
  await promises.getByRole('link', { name: 'We will call her in two hours.' }).waitFor()
  expect(await promises.getByText(/^due in/).count()).toBe(1)
  await promises.scrollIntoViewIfNeeded()
  await panel.picture('panel-promises-en')
  await isSound(panel)
  await page.context().close()
})

test('what was promised is kept from the page of the case, and the patient is told', async () => {
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await panel.open(`/cases/${caseId}/show`)
  await takeStep(panel, 'Keep', (dialog) => dialog.getByLabel(/^What shows/).fill('She was called.'))
  const promises = listOf(panel, 'Promises')
  await promises.getByText('Ended: 1').press('Enter')
  await promises.getByText('Patient not told yet').waitFor()
  await takeStep(panel, 'Patient told', (dialog) => dialog.getByLabel(/^How the patient/).fill('In the same call'))
  await promises.getByText('Patient not told yet').waitFor({ state: 'detached' })
  await page.context().close()
})

test('in Arabic on a phone the question is asked as well', async () => {
  const viewport = { width: 390, height: 844 }
  const panel = await signedIn(browser, product.url, 'officer', { language: 'ar', theme: 'dark', viewport })
  const { page } = panel
  await panel.open(`/cases/${caseId}/show`)
  await page.getByRole('button', { name: 'تدوين تواصل' }).click()
  await page.getByLabel(/^ما قيل/).fill('سنتصل بك يوم الثلاثاء.')
  await page.getByText('يبدو هذا وعدًا. هل نحفظه؟').waitFor()
  await isSound(panel)
  await panel.picture('panel-promise-phone-ar')
  await page.context().close()
})
