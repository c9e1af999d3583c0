import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { type Panel, settled, signedIn } from '#test/journeys/panel.ts'
import { isSound } from '#test/journeys/steps.ts'
import { openBrowser } from '#test/support/browser.ts'

const languages = ['en', 'ar'] as const
let product: UnderTest
let browser: Browser

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  const { siteId, patientId, officer } = await newVisit(product.url)
  for (const type of ['complaint', 'complaint', 'payment-refusal'])
    await officer('POST /api/cases', { ...Case.example, type, siteId, patientId })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const words = {
  en: { chips: 'Filters in force', all: 'Clear all', close: 'Close', type: 'Type' },
  ar: { chips: 'التصفيات المطبقة', all: 'مسح الكل', close: 'إغلاق', type: 'النوع' },
} as const

const filterOf = (filter: object | string) =>
  `/cases?filter=${encodeURIComponent(typeof filter === 'string' ? filter : JSON.stringify(filter))}`
const chips = ({ page }: Panel, language: 'en' | 'ar') => page.getByRole('group', { name: words[language].chips })

/** Expects so many records on the screen. */
const shows = ({ page }: Panel, count: number, what = '') =>
  expect
    .poll(() => page.locator('revogr-viewport-scroll.rgCol revogr-data .rgRow').count(), {
      timeout: 15_000,
      message: what,
    })
    .toBe(count)
const query = ({ page }: Panel) => new URLSearchParams(page.url().split('?')[1] ?? '')

test.each(languages)('%s: a link to what the list does not have is said, left out and forgotten', async (language) => {
  const panel = await signedIn(browser, product.url, 'officer', { language })
  for (const address of [
    filterOf({ nosuch: 'x' }),
    filterOf('{"status":'),
    filterOf({ status_like: 'x' }),
    '/cases?columns=nosuch&colour=nosuch',
    '/cases?view=view_01J7M4VHCQWSWZN2E66X7BJTTD',
  ]) {
    await panel.open(address)
    await shows(panel, 3, address)
    await panel.page.getByRole('alert').waitFor()
    await panel.page.getByRole('alert').getByRole('button', { name: words[language].close }).click()
    if (!address.includes('nosuch')) continue
    await panel.open('/patients')
    await panel.open('/cases')
    await shows(panel, 3, `after ${address}`)
    expect(await panel.page.getByRole('alert').count()).toBe(0)
  }
  await isSound(panel)
  await panel.page.context().close()
})

test.each(languages)('%s: what the browser kept of an older product leaves no list dead', async (language) => {
  const panel = await signedIn(browser, product.url, 'officer', { language })
  for (const kept of [
    '"?filter=%7B%22nosuch%22%3A%22x%22%7D"',
    '{"filter":{"nosuch":1},"page":1}',
    '"?filter=%7B"',
    '{',
  ]) {
    await panel.page.evaluate((text) => localStorage.setItem('RaStoreredress.cases.listParams', text), kept)
    await panel.open('/patients')
    await panel.page.reload()
    await panel.open('/cases')
    await shows(panel, 3, kept)
    const left = await panel.page.evaluate(() => localStorage.getItem('RaStoreredress.cases.listParams'))
    expect(left, kept).toBe('""')
  }
  await isSound(panel)
  await panel.page.context().close()
})

test.each(languages)(
  '%s: every filter of a link has a chip, and what changes all that match counts the same',
  async (language) => {
    const panel = await signedIn(browser, product.url, 'officer', { language })
    await panel.open(filterOf({ type: 'complaint', receivedAt_gte: '2026-01-01' }))
    await shows(panel, 2)
    expect(await chips(panel, language).locator('.MuiChip-root').count()).toBe(2)
    await chips(panel, language).getByRole('button', { name: words[language].all }).click()
    await shows(panel, 3)
    await panel.page.context().close()
  },
)

test.each(languages)('%s: Back and Forward lead through list, filter, order, look and record', async (language) => {
  const panel = await signedIn(browser, product.url, 'officer', { language })
  const { page } = panel
  await panel.open('/cases')
  const steps = [page.url()]
  const go = async (act: () => Promise<unknown>) => {
    await act()
    await settled(page)
    steps.push(page.url())
  }
  const first = () => page.locator('revogr-data a').first()
  await go(() => page.goto(`${product.url}/#${filterOf({ type: 'complaint' })}`))
  await go(() => page.locator('.rgHeaderCell', { hasText: words[language].type }).first().click())
  await go(() => page.goto(`${page.url()}&group=type`))
  await go(() => first().click())
  expect(new Set(steps).size).toBe(5)
  for (const url of steps.slice(0, -1).reverse()) {
    await page.goBack()
    await settled(page)
    expect(page.url()).toBe(url)
  }
  await shows(panel, 3)
  expect(query(panel).size).toBe(0)
  for (const url of steps.slice(1)) {
    await page.goForward()
    await settled(page)
    expect(page.url()).toBe(url)
  }
  await isSound(panel)
  await page.context().close()
})
