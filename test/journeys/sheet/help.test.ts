import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { ar as arabic } from '#shared/text/ar/index.ts'
import { en as english } from '#shared/text/en/index.ts'
import { help as ar } from '#shared/text/help/ar.ts'
import { help as en } from '#shared/text/help/en.ts'
import { tourSteps } from '#shared/text/help/texts.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { signIn } from '#test/support/session.ts'
import { settled, signedIn } from '../panel.ts'
import { isSound } from '../steps.ts'

let product: UnderTest
let browser: Browser

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  const { officer, siteId, patientId } = await newVisit(product.url, { name: 'Mariam Saleh', phone: '+966501112233' })
  await officer('POST /api/cases', { ...Case.example, siteId, patientId })
  const everyone = await signIn(product.url, 'everyone')
  await everyone('POST /api/views', { list: 'cases', name: 'Mine alone', definition: { filter: { isOpen: true } } })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const languages = [
  { language: 'en', help: en, words: english },
  { language: 'ar', help: ar, words: arabic },
] as const

const focusedTag = (page: Page) => page.evaluate(() => document.activeElement?.tagName)

test.each(languages)(
  'in $language, Ctrl+K goes to a list, opens a form, a view and a record by a few letters',
  async ({ language, words }) => {
    const panel = await signedIn(browser, product.url, 'everyone', { language })
    const { page } = panel
    await panel.open('/patients')
    const menu = page.getByRole('dialog', { name: words.commands.title })
    const command = async (text: string, option: string | RegExp) => {
      await page.keyboard.press('Control+k')
      await menu.waitFor()
      await page.keyboard.type(text)
      await menu.getByRole('option', { name: option }).first().waitFor()
    }
    const batches = words.resources.batches?.name.split(' |||| ')[1] ?? ''
    await command(batches, batches)
    await isSound(panel)
    await panel.picture(`panel-commands-${language}`)
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/batches$/)
    await command(words.board.title, words.board.title)
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/cases\/board$/)
    await panel.open('/cases')
    await command('Mine', 'Mine alone')
    await page.keyboard.press('Enter')
    await page.waitForURL(/view=/)
    await command('Mariam', /Mariam/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/patients\/.+\/show$/)
    await page.context().close()
  },
)

test.each(languages)(
  'in $language, a command of the sheet acts on the cell that has the focus',
  async ({ language, words }) => {
    const panel = await signedIn(browser, product.url, 'everyone', { language })
    const { page } = panel
    await panel.open('/cases')
    await page.getByRole('gridcell').nth(4).click()
    await page.keyboard.press('Control+k')
    const menu = page.getByRole('dialog', { name: words.commands.title })
    await menu.waitFor()
    await page.keyboard.type(words.shortcuts.open)
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/cases\/case_\w+\/show$/)
    await settled(page)
    await page.keyboard.press('Control+k')
    await menu.getByRole('option', { name: words.shortcuts.callForHelp }).waitFor()
    expect(await menu.getByRole('option', { name: words.shortcuts.undo, exact: true }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    await page.context().close()
  },
)

test.each(languages)(
  'in $language, ? says what a page is for and lists every key, but not while somebody types',
  async ({ language, help, words }) => {
    const panel = await signedIn(browser, product.url, 'everyone', {
      language,
      theme: language === 'en' ? 'dark' : 'light',
    })
    const { page } = panel
    await panel.open('/cases')
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: help.title })
    await dialog.getByText(help.rooms.cases?.[0] ?? '').waitFor()
    for (const key of Object.keys(words.shortcuts).filter((name) => name !== 'title'))
      expect(await dialog.getByText(words.shortcuts[key as 'help'], { exact: true }).count(), key).toBeGreaterThan(0)
    await isSound(panel)
    await panel.picture(`panel-help-page-${language}`)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('searchbox').first().focus()
    await page.keyboard.type('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: words.frame.help }).click()
    await dialog.waitFor()
    await page.context().close()
  },
)

test.each(languages)(
  'in $language, the first sign-in takes the tour, once, by keyboard',
  async ({ language, help }) => {
    const person = language === 'en' ? 'officer' : 'unit-manager'
    const panel = await signedIn(browser, product.url, person, { language, isFirst: true })
    const { page } = panel
    for (const step of tourSteps) {
      await page.getByRole('dialog', { name: help.tour[step].title }).waitFor()
      await settled(page)
      expect(await focusedTag(page)).toBe('BUTTON')
      await isSound(panel)
      await panel.picture(`panel-tour-${step}-${language}`)
      await page.keyboard.press('Enter')
    }
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(page.url()).toMatch(/#\/$/)
    await page.waitForTimeout(1_500)
    await page.reload()
    await settled(page)
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.context().close()
  },
)

test.each(languages)(
  'in $language, a phone shows the tour from below, and Escape leaves it for good',
  async ({ language, help }) => {
    const person = language === 'en' ? 'director' : 'auditor'
    const viewport = { width: 390, height: 844 }
    const panel = await signedIn(browser, product.url, person, { language, isFirst: true, viewport })
    const { page } = panel
    const dialog = page.getByRole('dialog', { name: help.tour.menu.title })
    await dialog.waitFor()
    const box = await dialog.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(844, -1)
    await isSound(panel)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.waitForTimeout(1_500)
    await page.reload()
    await settled(page)
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.context().close()
  },
)
