import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { signIn } from '#test/support/session.ts'
import { type Panel, settled, signedIn } from './panel.ts'
import { isSound } from './steps.ts'

let product: UnderTest
let browser: Browser

beforeAll(async () => {
  product = await productUrl({ demoSize: 40 })
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Every number of the page that counts records, with the address of the list behind it. */
const numbersOf = ({ page }: Panel) =>
  page.evaluate(() =>
    [...document.querySelectorAll('tbody tr')].flatMap((row) => {
      const address = row.querySelector('th a')?.getAttribute('href')
      const number = row.querySelector('td')?.textContent ?? ''
      return address && /^[\d,]+$/.test(number) ? [{ address, count: Number(number.replaceAll(',', '')) }] : []
    }),
  )

test('every number of the reports is that of the list behind it', async () => {
  const panel = await signedIn(browser, product.url, 'director')
  await panel.open('/reports?period=year')
  const director = await signIn(product.url, 'director')
  const numbers = await numbersOf(panel)
  expect(numbers.length).toBeGreaterThan(20)
  for (const { address, count } of numbers) {
    const list = new URL(address.replace('#', ''), product.url)
    const filter = encodeURIComponent(list.searchParams.get('filter') ?? '{}')
    const { headers } = await director(`GET /api${list.pathname}?filter=${filter}&limit=1`)
    expect(Number(headers.get('content-range')?.split('/')[1]), address).toBe(count)
  }
})

test('a period and a site are kept in the address, and a number leads to its list', async () => {
  const panel = await signedIn(browser, product.url, 'director')
  const { page } = panel
  await panel.open('/reports')
  await page.getByLabel('Period').selectOption('year')
  await page.getByLabel('Site').selectOption({ label: 'Palm Hospital' })
  await settled(page)
  expect(page.url()).toMatch(/period=year.*site=site_/)
  await page.getByRole('table', { name: 'By status' }).getByRole('link', { name: 'Closed' }).click()
  await page.waitForURL(/#\/cases\?/)
  await page.getByText(/Site: Palm Hospital/).waitFor()
})

test.each(['en', 'ar'] as const)('the reports and today are sound in %s', async (language) => {
  const panel = await signedIn(browser, product.url, 'director', { language })
  await panel.open('/')
  await isSound(panel)
  await panel.open('/reports?period=year')
  await isSound(panel)
  await panel.picture(`panel-reports-${language}`)
})

test('the reports print on several pages, and a front desk has none', async () => {
  const panel = await signedIn(browser, product.url, 'director')
  await panel.open('/reports?period=year')
  const pdf = await panel.page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1)
  const desk = await signedIn(browser, product.url, 'front-desk')
  await desk.open('/reports')
  expect(await desk.page.getByRole('table').count()).toBe(0)
})
