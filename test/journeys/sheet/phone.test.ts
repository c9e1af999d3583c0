import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ar } from '#shared/text/ar/index.ts'
import { en } from '#shared/text/en/index.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { type Panel, signedIn } from '../panel.ts'
import { isSound } from '../steps.ts'

const words = { en, ar }
const languages = ['en', 'ar'] as const

let product: UnderTest
let browser: Browser

beforeAll(async () => {
  product = await productUrl({ demoSize: 20 })
  browser = await openBrowser()
  await newVisit(product.url, { name: 'Salma Idris', phone: '+966501234570' })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** The panel on a phone held upright. */
const onPhone = (language: keyof typeof words, theme: 'light' | 'dark' = 'light'): Promise<Panel> =>
  signedIn(browser, product.url, 'everyone', {
    ...{ language, theme, viewport: { width: 390, height: 844 } },
    ...{ hasTouch: true, isMobile: true },
  })

const cardsOf = ({ page }: Panel): Locator => page.locator('li.MuiCard-root')

/** Holds a finger on a card for a while. */
async function hold({ page }: Panel, card: Locator, ms = 700): Promise<void> {
  const { x, y, width, height } = (await card.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.waitForTimeout(ms)
  await page.mouse.up()
}

const bar = ({ page }: Panel, language: keyof typeof words): Locator =>
  page.getByRole('region', { name: words[language].cards.bar })

/** Expects that nothing reaches over the side of the screen. */
async function fits({ page }: Panel): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
}

/** Targets on the page that are smaller than a fingertip. */
const smallTargets = ({ page }: Panel, within: string): Promise<string[]> =>
  page.locator(`${within} :is(button, a.MuiButton-root, .MuiCheckbox-root)`).evaluateAll((all) =>
    all.flatMap((each) => {
      const { width, height } = each.getBoundingClientRect()
      return width > 0 && (width < 44 || height < 44) ? [`${each.outerHTML.slice(0, 100)}: ${width} × ${height}`] : []
    }),
  )

test.each(languages)(
  '%s: cards say who, in which state and until when, and call with one tap',
  async (language) => {
    for (const theme of ['light', 'dark'] as const) {
      const panel = await onPhone(language, theme)
      await panel.open('/patients')
      const call = panel.page.getByRole('link', { name: /\+966501234570/ })
      expect(await call.getAttribute('href')).toBe('tel:+966501234570')
      await fits(panel)
      await isSound(panel)
      await panel.open('/cases')
      if (theme === 'light') await panel.picture(`panel-cards-phone-${language}`)
      await fits(panel)
      await isSound(panel)
      expect(await smallTargets(panel, '[role=toolbar]')).toEqual([])
      expect(await smallTargets(panel, 'li.MuiCard-root')).toEqual([])
      await panel.page.context().close()
    }
  },
  60_000,
)

test.each(languages)(
  '%s: a held card is chosen, taps choose more, and Back ends it on the same page',
  async (language) => {
    const panel = await onPhone(language)
    const { page } = panel
    await panel.open('/patients')
    await panel.open('/cases')
    const address = page.url()
    await hold(panel, cardsOf(panel).first())
    await cardsOf(panel).nth(1).click()
    await bar(panel, language).getByRole('status').filter({ hasText: '2' }).waitFor()
    expect(page.url()).toBe(address)
    await fits(panel)
    await isSound(panel)
    await page.goBack()
    await bar(panel, language).waitFor({ state: 'detached' })
    expect(page.url()).toBe(address)
    await hold(panel, cardsOf(panel).first(), 200)
    await page.waitForURL(/\/show/)
    await page.goBack()
    await page.waitForURL(address)
    await page.goBack()
    await page.waitForURL(/patients/)
    await page.context().close()
  },
)

test.each(languages)('%s: by keyboard the box chooses, and Escape ends it', async (language) => {
  const panel = await onPhone(language)
  const { page } = panel
  await panel.open('/cases')
  await cardsOf(panel).first().getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await cardsOf(panel).nth(2).getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await bar(panel, language).getByRole('status').filter({ hasText: '2' }).waitFor()
  await page.keyboard.press('Escape')
  await bar(panel, language).waitFor({ state: 'detached' })
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0)
  await page.context().close()
})

test.each(languages)('%s: the chosen records are changed together', async (language) => {
  const { bulk, sheet, cards } = words[language]
  const panel = await onPhone(language)
  const { page } = panel
  await panel.open('/cases')
  await hold(panel, cardsOf(panel).first())
  await cardsOf(panel).nth(1).click()
  await page.getByRole('button', { name: sheet.changeSelected }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: bulk.preview }).waitFor()
  await fits(panel)
  await isSound(panel)
  await dialog.getByRole('button', { name: words[language].form.cancel }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: cards.end }).click()
  await bar(panel, language).waitFor({ state: 'detached' })
  await page.context().close()
})

test.each(languages)(
  '%s: filters, order and columns come from below, import and export can be reached',
  async (language) => {
    const { filters, order, sheet, transfer } = words[language]
    const panel = await onPhone(language, language === 'ar' ? 'dark' : 'light')
    const { page } = panel
    await panel.open('/patients')
    for (const [button, title] of [
      [filters.title, filters.edit],
      [order.title, order.edit],
      [sheet.columns, sheet.showColumns],
    ] as const) {
      await page.getByRole('toolbar').getByRole('button', { name: button, exact: true }).click()
      const dialog = page.getByRole('dialog', { name: title })
      await dialog.waitFor()
      await page.waitForTimeout(400)
      const { y = 0, height = 0, width = 0 } = (await dialog.boundingBox()) ?? {}
      expect([Math.round(y + height), Math.round(width)]).toEqual([844, 390])
      await fits(panel)
      await isSound(panel)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: transfer.more, exact: true }).click()
    await page.getByRole('menuitem', { name: transfer.export }).waitFor()
    await page.getByRole('menuitem', { name: transfer.import }).click()
    await page.waitForURL(/import/)
    await fits(panel)
    await page.context().close()
  },
  60_000,
)
