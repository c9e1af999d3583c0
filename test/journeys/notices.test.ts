import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { eventually, type SignedInCall, signIn } from '#test/support/session.ts'
import { type Panel, settled, signedIn } from './panel.ts'
import { choose, isSound, takeStep } from './steps.ts'

let product: UnderTest
let browser: Browser
let director: SignedInCall
let cases: string[]

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  director = await signIn(product.url, 'director')
  const { siteId, patientId, officer } = await newVisit(product.url)
  const opened = { ...Case.example, siteId, patientId, severity: 'routine' }
  cases = []
  for (let count = 0; count < 3; count++) cases.push((await officer('POST /api/cases', opened)).body.id)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const unreadOf = async (person: SignedInCall): Promise<string[]> => {
  const { id } = (await person('GET /api/me')).body
  const filter = JSON.stringify({ userId: id, readAt_empty: true })
  const { body } = await person(`GET /api/notices?filter=${encodeURIComponent(filter)}&limit=200`)
  return body.map((notice: { aboutId: string }) => notice.aboutId)
}

/** A case becomes a major one, of which the director is told at once. */
async function markMajor(id: string | undefined): Promise<void> {
  const lead = await signIn(product.url, 'unit-manager')
  await lead(`POST /api/cases/${id}/actions/mark-major`, { reasons: ['hospital-incident'] })
  await eventually(
    () => unreadOf(director),
    (about) => about.includes(id ?? ''),
  )
}

const bell = ({ page }: Panel) => page.getByRole('link', { name: /^Notices: / })
const unread = ({ page }: Panel) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Unread' }) }).getByRole('listitem')

/** Lets time pass in the browser, as far as the panel looks again. */
async function looksAgain({ page }: Panel): Promise<void> {
  await page.clock.fastForward(30_000)
  await settled(page)
}

test('the bell counts what is new within half a minute, and asks nothing while the tab is hidden', async () => {
  const panel = await signedIn(browser, product.url, 'director')
  const { page } = panel
  await page.clock.install()
  await page.reload()
  await settled(page)
  const before = Number(/\d+/.exec((await bell(panel).getAttribute('aria-label')) ?? '')?.[0] ?? 0)
  await markMajor(cases[0])
  await looksAgain(panel)
  await page.getByRole('link', { name: `Notices: ${before + 1} unread` }).waitFor()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  })
  await page.clock.fastForward(300_000)
  await settled(page)
  expect(requests.filter((url) => url.includes('/api/notices'))).toEqual([])
  await page.context().close()
})

test('a line of the inbox opens its record by the keyboard and is read', async () => {
  const panel = await signedIn(browser, product.url, 'director')
  const { page } = panel
  await bell(panel).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Notices' }).waitFor()
  await settled(page)
  await page
    .getByText(/^Case C-2026-\d{6} is a major case/)
    .first()
    .waitFor()
  await panel.picture('panel-notices-en')
  await isSound(panel)
  const count = await unread(panel).count()
  expect(count).toBeGreaterThan(0)
  await unread(panel).first().getByRole('link').press('Enter')
  await page.getByRole('heading', { level: 1, name: /^C-2026-\d{6}/ }).waitFor()
  await panel.open('/notices')
  await expect.poll(() => unread(panel).count()).toBe(count - 1)
  await page.context().close()
})

test('all are marked as read at once, and the empty inbox says what it is for', async () => {
  await markMajor(cases[1])
  await markMajor(cases[2])
  const panel = await signedIn(browser, product.url, 'director', {
    language: 'ar',
    viewport: { width: 390, height: 844 },
  })
  const { page } = panel
  await panel.open('/notices')
  await panel.picture('panel-notices-phone-ar')
  await isSound(panel)
  await page.getByRole('button', { name: 'تحديد الكل كمقروء' }).click()
  await page.getByText('لا جديد. كل ما يحتاج إليك').waitFor()
  expect(await unreadOf(director)).toEqual([])
  await page.getByRole('link', { name: 'الإشعارات: لا جديد' }).waitFor()
  await isSound(panel)
  await page.context().close()
})

test('a person chooses which notices come by mail, and plans an absence with a deputy', async () => {
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await page.getByRole('button', { name: 'Signed in as' }).click()
  await page.getByRole('menuitem', { name: 'Your mail and absence' }).click()
  await settled(page)
  await takeStep(panel, 'Choose your mail', async (dialog) => {
    await choose(panel, /^Mail about notices/, 'Urgent notices only')
    await dialog.getByRole('button', { name: 'Add: Sunday' }).click()
    await dialog.getByLabel(/^From/).fill('08:00')
    await dialog.getByLabel(/^To/).fill('12:30')
    await isSound(panel)
  })
  await page.getByText('Urgent notices only').first().waitFor()
  await takeStep(panel, 'Plan your absence', async (dialog) => {
    await dialog.getByLabel(/^Away from/).fill('2026-12-20')
    await dialog.getByLabel(/^Away until/).fill('2026-12-27')
  })
  await page
    .getByText(/27 Dec/)
    .first()
    .waitFor()
  await page.getByText('12:30').first().waitFor()
  await isSound(panel)
  await page.context().close()
})
