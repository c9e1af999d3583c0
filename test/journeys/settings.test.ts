import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type Product, startProduct } from '#test/support/browser.ts'
import { type Panel, settled, signedIn } from './panel.ts'

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct({ demoSize: 20 })
  browser = await openBrowser()
}, 400_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const save = async (panel: Panel, button: RegExp) => {
  await panel.page.getByRole('dialog').getByRole('button', { name: button }).click()
  await panel.page.getByRole('dialog').waitFor({ state: 'detached' })
  await settled(panel.page)
}

describe('the settings of a hospital', { timeout: 240_000 }, () => {
  test('a term is added, put in another place and switched off, and forms offer it while it is used', async () => {
    const panel = await signedIn(browser, product.url, 'admin')
    const { page } = panel
    await panel.open('/terms')
    await page.getByRole('button', { name: 'Add a term' }).click()
    await page.getByLabel('English').fill('Cardiology')
    await page.getByLabel('العربية').fill('أمراض القلب')
    await save(panel, /Add a term/)
    await page.getByRole('button', { name: 'Move up: Cardiology' }).click()
    const names = () => page.getByRole('row').locator('td:first-child').allTextContents()
    await expect.poll(async () => (await names()).slice(-2), { timeout: 20_000 }).toEqual(['Cardiology', 'Radiology'])
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await expect.poll(focused).toBe('Move up: Cardiology')
    await panel.picture('settings-terms-en')
    await panel.open('/encounters/create')
    await page.getByLabel('Department').click()
    expect(await page.getByRole('option').allTextContents()).toContain('Cardiology')
    await panel.open('/terms')
    await page.getByLabel('In use: Cardiology').click()
    await settled(page)
    await panel.open('/encounters/create')
    await page.getByLabel('Department').click()
    expect(await page.getByRole('option').allTextContents()).not.toContain('Cardiology')
    expect(panel.errors).toEqual([])
    await page.context().close()
  })

  test('a draft says what it changes and for how many cases, and comes into force', async () => {
    const panel = await signedIn(browser, product.url, 'director')
    const { page } = panel
    await panel.open('/site-profiles')
    await panel.picture('settings-profiles-en')
    await page.getByRole('link', { name: 'Quicker answers' }).click()
    await settled(page)
    const preview = page.locator('section', { hasText: 'What changes' }).first()
    const previewed = () => preview.textContent()
    await expect.poll(previewed, { timeout: 20_000 }).toMatch(/Full answer within \(days\)75/)
    await expect.poll(previewed, { timeout: 20_000 }).toMatch(/open cases? of this site/)
    await preview.scrollIntoViewIfNeeded()
    await panel.picture('settings-draft-en')
    expect(await panel.faults()).toEqual([])
    await page.getByRole('button', { name: 'Publish' }).click()
    await save(panel, /Publish/)
    await panel.open('/site-profiles')
    const inForce = page.locator('section', { hasText: 'In force' }).first()
    await expect.poll(() => inForce.textContent(), { timeout: 20_000 }).toMatch(/Full answer within \(days\)5/)
    await page.goto(`${product.url}/#/sites`)
    await page.getByRole('link', { name: 'Palm Hospital' }).click()
    await settled(page)
    await panel.picture('settings-site-en')
    const facts = page.locator('section', { hasText: 'What was recorded' }).first()
    await facts.waitFor()
    expect(await facts.textContent()).not.toContain('Versions of its profile')
    expect(panel.errors).toEqual([])
    await page.context().close()
  })

  test('both pages are whole in Arabic and on a phone, and axe finds nothing', async () => {
    for (const [language, viewport] of [
      ['ar', { width: 1440, height: 900 }],
      ['ar', { width: 390, height: 800 }],
      ['en', { width: 390, height: 800 }],
    ] as const) {
      const panel = await signedIn(browser, product.url, 'admin', { language, viewport })
      for (const address of ['site-profiles', 'terms', 'site-profiles/create']) {
        await panel.open(`/${address}`)
        await panel.picture(`settings-${address.replace('/', '-')}-${language}-${viewport.width}`)
        expect(await panel.faults(), `${address} in ${language}`).toEqual([])
        const isWide = await panel.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1)
        expect(isWide, `${address} fits ${viewport.width}`).toBe(false)
      }
      expect(panel.errors).toEqual([])
      await panel.page.context().close()
    }
  })
})
