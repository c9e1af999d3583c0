import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { signIn } from '#test/support/session.ts'
import { signedIn } from './panel.ts'
import { choose, isSound, takeStep } from './steps.ts'

let product: UnderTest
let browser: Browser
let address: string

beforeAll(async () => {
  product = await productUrl({ demoSize: 40 })
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('a person who is not signed in sees the sign-in page at once, one step of the browser back', async () => {
  const page = await browser.newPage()
  await page.goto(product.url)
  await page.locator('input[type=password]').waitFor()
  // The empty page, the address, and the sign-in page.
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(3)
  await page.close()
})

test('the front desk opens a payment complaint for a new patient', async () => {
  const panel = await signedIn(browser, product.url, 'front-desk')
  const { page } = panel
  await panel.picture('panel-home-en')
  await isSound(panel)
  await panel.open('/cases/create')
  await page.getByRole('searchbox', { name: 'Patient' }).fill('Amal Farouk')
  await page.getByRole('button', { name: 'New patient' }).click()
  await page.getByLabel(/Member number/).fill(`M-${Date.now()}`)
  await page.getByLabel(/^Phone/).fill('+966501112233')
  await page.getByRole('button', { name: 'New patient' }).click()
  await choose(panel, /^Type/, 'Refuses to pay')
  await page
    .getByLabel(/In their own words/)
    .fill('I was told the laser session was covered. Now I am asked to pay 1,450 riyals.')
  await choose(panel, /Asks for/, /explanation/i)
  await page.keyboard.press('Escape')
  await page.getByLabel(/In dispute/).fill('1450')
  await isSound(panel)
  await page.getByRole('button', { name: 'Open the case' }).click()
  await page.waitForURL(/cases\/case_\w+\/show/)
  address = new URL(page.url()).hash.slice(1)
  await page.getByRole('heading', { level: 1, name: /^C-2026-\d{6}/ }).waitFor()
  await isSound(panel)
})

test('an officer investigates and resolves a case; an unavailable button shows its reason', async () => {
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await panel.open(address)
  await takeStep(panel, 'Acknowledge', async (dialog) => {
    await dialog.getByLabel(/^How/).fill('In person, at the desk')
    await dialog.getByLabel(/Contact person/).fill('Huda Nasser')
  })
  await takeStep(panel, 'Investigate', async (dialog) => {
    await dialog.getByLabel(/^Plan/).first().fill('Hear both sides and look at the approval.')
    await dialog.locator('input[type=date]').fill('2026-12-01')
  })
  await page.getByRole('button', { name: 'Assess', exact: true }).hover()
  await page
    .getByRole('tooltip')
    .filter({ hasText: /patient/i })
    .waitFor()
  const sides = [
    ['The patient says', 'From the moment I arrived nobody told me there was anything to pay.'],
    ['The team says', 'The price was on the form, but we did not explain it.'],
  ] as const
  for (const [side, words] of sides) {
    await page.getByRole('region', { name: side }).getByRole('button', { name: 'Take statement' }).click()
    const dialog = page.getByRole('dialog')
    const speaker = dialog.getByRole('textbox', { name: /^Speaker|^Who/ }).first()
    if ((await speaker.inputValue()) === '') await speaker.fill('Dr. Lina Aziz')
    await dialog
      .getByLabel(/words|narrative|says/i)
      .first()
      .fill(words)
    if (side === 'The patient says') await isSound(panel)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(words).waitFor()
  }
  await takeStep(panel, 'Assess', async () => {
    await choose(panel, /^Fault/, /communication/i)
    await choose(panel, /^Cause/, /billing/i)
    await choose(panel, /^Outcome|^Finding/, /partly/i)
  })
  await panel.picture('panel-case-en')
  await isSound(panel)
  await takeStep(panel, 'Answer', async (dialog) => {
    await dialog.getByRole('textbox').first().fill('An apology and an explanation were enough.')
  })
  await takeStep(panel, 'Resolve', async () => choose(panel, /Patient decided/, /accept/i))
  await page.getByText('Resolved').first().waitFor()
  await panel.open('/cases')
  await panel.picture('panel-sheet-en')
  await isSound(panel)
  await page.context().close()
})

test('the case works in Arabic, from right to left, on a dark screen and on a phone', async () => {
  const wide = await signedIn(browser, product.url, 'officer', { language: 'ar' })
  await wide.open(address)
  expect(await wide.page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  await wide.picture('panel-case-ar')
  await isSound(wide)
  await wide.open('/cases')
  await wide.picture('panel-sheet-ar')
  await isSound(wide)
  await wide.page.context().close()
  const dark = await signedIn(browser, product.url, 'officer', { theme: 'dark' })
  await dark.open('/cases')
  await dark.picture('panel-sheet-dark')
  await isSound(dark)
  await dark.page.context().close()
  const phone = await signedIn(browser, product.url, 'officer', {
    language: 'ar',
    viewport: { width: 390, height: 844 },
  })
  await phone.open(address)
  await phone.picture('panel-case-phone-ar')
  await isSound(phone)
  const overflow = await phone.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
  await phone.page.context().close()
})

test('a link with columns that the list does not have says so, shows the rest, and is forgotten', async () => {
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  const filter = encodeURIComponent(JSON.stringify({ moonPhase: 'full', isOpen: true }))
  await panel.open(`/cases?filter=${filter}&sort=moonPhase&order=ASC`)
  await page.getByText(/something that this list does not have: .*moonPhase.*left out/i).waitFor()
  await page.getByRole('button', { name: /Open: yes/i }).waitFor()
  await page.getByRole('gridcell').first().waitFor()
  expect(page.url()).not.toContain('moonPhase')
  await isSound(panel)
  await panel.open('/patients')
  await panel.open('/cases')
  expect(await page.getByText(/does not have: /).count()).toBe(0)
  await page.context().close()
})

test('an officer merges a case that came in twice, and takes it apart again', async () => {
  const officer = await signIn(product.url, 'officer')
  const { body: first } = await officer(`GET /api${address.replace('/show', '')}`)
  const { siteId, patientId, type, receivedAt, summary } = first
  const again = { siteId, patientId, type, receivedAt, summary, channel: 'email' }
  const { body: second } = await officer('POST /api/cases', again)
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await panel.open(`/cases/${second.id}/show`)
  await takeStep(panel, 'Merge', async () => choose(panel, /The one that stays/, first.number))
  await page.getByRole('link', { name: first.number }).first().click()
  await page.getByRole('heading', { level: 1, name: first.number }).waitFor()
  await page.getByText('Merged into this').first().waitFor()
  await isSound(panel)
  await panel.open(`/cases/${second.id}/show`)
  await takeStep(panel, 'Undo the merge')
  await page.getByRole('button', { name: 'Acknowledge', exact: true }).waitFor()
  await page.context().close()
})
