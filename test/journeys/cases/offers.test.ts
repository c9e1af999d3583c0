import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { type Panel, settled, signedIn } from '#test/journeys/panel.ts'
import { choose, isSound, takeStep } from '#test/journeys/steps.ts'
import { openBrowser } from '#test/support/browser.ts'
import { type SignedInCall, signIn } from '#test/support/session.ts'

let product: UnderTest
let browser: Browser
let officer: SignedInCall
let matter: { id: string; number: string }

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  const visit = await newVisit(product.url, { language: 'ar' })
  officer = visit.officer
  const director = await signIn(product.url, 'director')
  const limits = { siteId: visit.siteId, name: 'Limits', limitAMinor: 50_000, limitBMinor: 200_000 }
  const profile = await director('POST /api/site-profiles', limits)
  await director(`POST /api/site-profiles/${profile.body.id}/actions/publish`, {})
  const { siteId, patientId } = visit
  matter = (await officer('POST /api/cases', { ...Case.example, disputedMinor: 500_000, siteId, patientId })).body
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** What may be offered, on the page of the case. */
const offersOf = ({ page }: Panel): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: 'What may be offered' }) })

test('an officer sees what may be offered before asking, and offers within the own limit in one press', async () => {
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await panel.open(`/cases/${matter.id}/show`)
  const offers = offersOf(panel)
  await offers.getByText('≤ 250.00 SAR').first().waitFor()
  await offers.getByText(/not possible$/).click()
  await offers.getByText(/a lead takes the legal route/).waitFor()
  await isSound(panel)
  await offers.evaluate((section) => section.scrollIntoView({ block: 'start' }))
  await panel.picture('panel-offers-en')
  await offers.getByRole('button', { name: 'Offer it: Discount' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Amount/).fill('200')
  await dialog.getByText('You may offer this at once.').waitFor()
  await isSound(panel)
  await panel.picture('panel-offer-form-en')
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await settled(page)
  await offers.getByRole('button', { name: 'Made to the patient' }).waitFor()
  await page.context().close()
})

test('what is above the limit is put before the one who decides', async () => {
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await panel.open(`/cases/${matter.id}/show`)
  await offersOf(panel).getByRole('button', { name: 'Offer it: Refund' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Amount/).fill('700')
  await dialog.getByText('This will be put before: Unit manager.').waitFor()
  await dialog.getByLabel(/^Amount/).fill('9000')
  await dialog.getByText(/may still be offered to this patient/).waitFor()
  await dialog.getByLabel(/^Amount/).fill('700')
  await dialog.getByRole('button', { name: 'Ask for approval' }).click()
  await dialog.waitFor({ state: 'detached' })
  await settled(page)
  await offersOf(panel).getByText('Waits for approval').waitFor()
  await offersOf(panel).evaluate((section) => section.scrollIntoView({ block: 'start' }))
  await panel.picture('panel-offers-asked-en')
  await page.context().close()
})

test('a unit manager decides on a phone, in Arabic', async () => {
  const viewport = { width: 390, height: 844 }
  const panel = await signedIn(browser, product.url, 'unit-manager', { language: 'ar', theme: 'dark', viewport })
  const { page } = panel
  const { body } = await officer(`GET /api/offers?filter=${JSON.stringify({ caseId: matter.id, remedy: 'refund' })}`)
  await panel.open(`/offers/${body[0].id}/show`)
  await page.getByText('ما يقال للمريض').waitFor()
  await isSound(panel)
  await panel.picture('panel-offer-phone-ar')
  await takeStep(panel, 'موافقة')
  await page.getByText('موافق عليه').first().waitFor()
  await panel.open(`/cases/${matter.id}/show`)
  await page.getByRole('heading', { name: 'ما يجوز عرضه' }).scrollIntoViewIfNeeded()
  await isSound(panel)
  await panel.picture('panel-offers-phone-ar')
  await page.context().close()
})

test('a director writes a rule with its limits, publishes it, and tries it as a role for a case', async () => {
  const panel = await signedIn(browser, product.url, 'director')
  const { page } = panel
  await panel.open('/offer-rules/create')
  await page.getByLabel(/^Code/).fill('gift-house')
  await page.getByLabel(/^Name/).fill('Gifts of the house')
  await choose(panel, /^Remedy/, 'Gift')
  await page.getByRole('button', { name: 'Add a role' }).click()
  await choose(panel, /^Role/, 'Patient-relations officer')
  await page
    .getByLabel(/^At most \*?$|^At most$/)
    .first()
    .fill('600')
  await page.getByRole('group', { name: 'Words for the patient' }).getByLabel('English').fill('Please take this')
  await isSound(panel)
  await panel.picture('panel-offer-rule-form-en')
  await page.getByRole('button', { name: /^New offer rule/i }).click()
  await settled(page)
  await takeStep(panel, 'Publish')
  await page.getByLabel('For this case').fill(matter.number)
  await page.getByRole('option', { name: new RegExp(matter.number) }).click()
  const tester = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Try it out' }) })
  await tester.getByText('≤ 400.00 SAR').waitFor()
  await tester.evaluate((section) => section.scrollIntoView({ block: 'start' }))
  await isSound(panel)
  await panel.picture('panel-offer-rule-en')
  expect(await tester.getByRole('button', { name: /^Offer it/ }).count()).toBe(0)
  await page.context().close()
})
