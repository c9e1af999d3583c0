import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ar } from '#shared/text/ar/index.ts'
import { en } from '#shared/text/en/index.ts'
import { ownSite, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { type Panel, settled, signedIn } from '#test/journeys/panel.ts'
import { choose, isSound } from '#test/journeys/steps.ts'
import { openBrowser } from '#test/support/browser.ts'
import { type SignedInCall, signIn } from '#test/support/session.ts'

const words = { en, ar }
type PanelLanguage = keyof typeof words

let product: UnderTest
let browser: Browser
let everyone: SignedInCall
let panels: Readonly<Record<PanelLanguage, Panel>>
/** When a case came in, and who answers for one. */
let day: string
let owner: string

beforeAll(async () => {
  product = await productUrl({ demoSize: 40 })
  browser = await openBrowser()
  everyone = await signIn(product.url, 'everyone')
  const english = await signedIn(browser, product.url, 'everyone', { language: 'en' })
  panels = { en: english, ar: await signedIn(browser, product.url, 'everyone', { language: 'ar' }) }
  const siteId = await ownSite(everyone)
  const { body } = await everyone(`GET /api/cases?filter=${encodeURIComponent(JSON.stringify({ siteId }))}`)
  day = body[0].receivedAt.slice(0, 10)
  const { ownerId } = body.find((each: { ownerId?: string }) => each.ownerId)
  owner = (await everyone(`GET /api/users/${ownerId}`)).body.name
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

type FillIn = (editor: Locator, page: Page) => Promise<unknown>
const tick: FillIn = (editor) => editor.getByRole('checkbox').first().check()
const type =
  (text: string): FillIn =>
  (editor) =>
    editor.getByRole('textbox').fill(text)
const find: FillIn = async (editor, page) => {
  await editor.getByRole('combobox').last().fill(owner)
  await page.getByRole('listbox').getByRole('option', { name: owner }).click()
}
/** A day as spreadsheets write it, which the browser's own input would drop. */
const pasteDay: FillIn = async (_, page) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((text) => navigator.clipboard.writeText(text), day.split('-').reverse().join('/'))
  await page.keyboard.press('ControlOrMeta+v')
}

/** A column of every kind, what is entered as its filter, and the condition that it becomes. */
const kinds: readonly (readonly [kind: string, column: string, fill: FillIn, condition: () => object])[] = [
  ['text', 'number', type('00'), () => ({ number_contains: '00' })],
  ['choice', 'type', tick, () => ({ type: 'complaint' })],
  ['term', 'serviceLine', tick, () => ({ serviceLine: expect.any(String) })],
  ['reference', 'ownerId', find, () => ({ ownerId: expect.stringMatching(/^user_/) })],
  ['instant', 'receivedAt', pasteDay, () => ({ receivedAt: day })],
  ['amount', 'disputedMinor', type('100'), () => ({ disputedMinor_gte: 10_000 })],
  ['integer', 'reopenedCount', type('0'), () => ({ reopenedCount_gte: 0 })],
  ['truth', 'isOpen', tick, () => ({ isOpen: true })],
]

/** How many records a filter finds, as the API says. */
async function found(filter: object): Promise<number> {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), range: '[0,0]' })
  const { headers } = await everyone(`GET /api/cases?${query}`)
  return Number(headers.get('content-range')?.split('/')[1])
}

const filterIn = (page: Page): object =>
  JSON.parse(new URLSearchParams(page.url().split('?')[1] ?? '').get('filter') ?? '{}')
/** The numbers in the line below the list: how many records there are, and which are on the screen. */
const numbersIn = async (page: Page) => (await page.locator('main span[aria-live=polite]').innerText()).match(/\d+/g)

/** Opens the filter of a column by its header; what was pressed while the list still moved is pressed again, as a person would. */
async function openEditor(page: Page, column: string, filters: (typeof en)['filters']): Promise<Locator> {
  const entry = page.getByRole('menuitem', { name: filters.byColumn })
  const editor = page.getByRole('dialog', { name: filters.edit })
  for (let attempt = 1; attempt <= 3 && !(await editor.isVisible()); attempt++) {
    if (!(await entry.isVisible())) await page.locator(`.rgHeaderCell button[data-column="${column}"]`).click()
    await entry.click()
    await editor.waitFor({ timeout: 3_000 }).catch(() => {})
  }
  await editor.getByRole('button', { name: filters.apply }).waitFor()
  return editor
}

test.each((['en', 'ar'] as const).flatMap((language) => kinds.map((kind) => [language, ...kind] as const)))(
  'in %s, a %s column is filtered from its header, and what is counted is what would be changed',
  async (...given) => {
    const [language, , column, fill, condition] = given
    const { filters, sheet, bulk, resources } = words[language]
    const panel = panels[language]
    const { page } = panel
    await panel.open(`/cases?filter={}&columns=${column},status`)
    const editor = await openEditor(page, column, filters)
    if (column === 'disputedMinor' || column === 'reopenedCount')
      await choose(panel, filters.comparison, filters.says.atLeast.replace('%{a}', '').trim())
    await fill(editor, page)
    await editor.getByRole('button', { name: filters.apply }).click()
    await editor.waitFor({ state: 'detached' })
    await settled(page)
    const filter = filterIn(page)
    expect(filter).toMatchObject(condition())
    await expect
      .poll(() => page.getByRole('group', { name: filters.inForce }).getByRole('button').count())
      .toBeGreaterThan(0)
    const total = await found(filter)
    expect(total).toBeGreaterThan(0)
    await expect.poll(() => numbersIn(page)).toContain(String(total))
    await page.getByRole('button', { name: sheet.changeAll }).click()
    await choose(panel, bulk.field, `${bulk.change}: ${resources.cases?.fields.severity}`)
    const answer = page.waitForResponse((each) => each.url().endsWith('/bulk'))
    await page.getByRole('dialog').getByRole('button', { name: bulk.preview }).click()
    expect((await (await answer).json()).matched).toBe(total)
    await isSound(panel)
    await page.keyboard.press('Escape')
  },
)
