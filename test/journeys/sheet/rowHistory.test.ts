import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { signedIn } from '#test/journeys/panel.ts'
import { isSound } from '#test/journeys/steps.ts'
import { openBrowser } from '#test/support/browser.ts'
import { select } from './cellsOfSheet.ts'

let product: UnderTest
let browser: Browser
let visit: Awaited<ReturnType<typeof newVisit>>

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  visit = await newVisit(product.url, { name: 'Mariam Saleh' })
  const { body } = await visit.officer(`GET /api/patients/${visit.patientId}`)
  const changed = await visit.officer(`PATCH /api/patients/${visit.patientId}`, {
    version: body.version,
    name: 'Mariam Haddad',
  })
  expect(changed.body.name).toBe('Mariam Haddad')
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test.each(['en', 'ar'] as const)(
  'in %s, who changed what of a row is shown beside the list, by a key',
  async (language) => {
    const panel = await signedIn(browser, product.url, 'officer', { language })
    const { page } = panel
    await panel.open('/patients')
    await select(page, ['phone', 0])
    await page.keyboard.press('Control+h')
    const history = page.getByRole('dialog')
    for (const text of ['Mariam Saleh', 'Mariam Haddad', 'Huda Nasser']) await history.getByText(text).first().waitFor()
    await isSound(panel)
    await page.keyboard.press('Escape')
    await history.waitFor({ state: 'detached' })
    expect(page.url()).toMatch(/#\/patients/)
    await page.context().close()
  },
)

test.each(['en', 'ar'] as const)(
  'in %s, headers order by several columns, and all that match can be changed',
  async (language) => {
    const panel = await signedIn(browser, product.url, 'everyone', { language })
    const { page } = panel
    await panel.open(`/patients?filter=${encodeURIComponent(JSON.stringify({ name_contains: 'Haddad' }))}`)
    const header = (column: string) => page.locator(`.rgHeaderCell:has([data-column="${column}"]) .label`)
    await header('name').click()
    await header('phone').click({ modifiers: ['Shift'] })
    await expect.poll(() => page.url()).toMatch(/sort=name(,|%2C)phone/)
    await page.locator('.rgHeaderCell[aria-sort=ascending]').waitFor()
    await page
      .getByText(/Haddad/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: /Change all that match|تغيير كل المطابق/ }).click()
    await page.getByRole('dialog').getByRole('combobox').first().waitFor()
    await isSound(panel)
    await page.context().close()
  },
)
