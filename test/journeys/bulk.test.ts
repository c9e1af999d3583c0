import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ar } from '#shared/text/ar/index.ts'
import { en } from '#shared/text/en/index.ts'
import { openBrowser } from '#test/support/browser.ts'
import { type SignedInCall, signIn } from '#test/support/session.ts'
import { type Panel, signedIn } from './panel.ts'
import { asBefore, ended, many, type TenThousand, tenThousand } from './scenes/tenThousand.ts'
import { choose, isSound } from './steps.ts'

const words = { en, ar }
/** The field that is changed, and the values that it gets, as the panel says them. */
const spokenWords = { en: ['Language', 'French', 'Hindi'], ar: ['اللغة', 'الفرنسية', 'الهندية'] } as const
const languages = ['en', 'ar'] as const

let scene: TenThousand
let browser: Browser

beforeAll(async () => {
  scene = await tenThousand()
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await scene?.product.stop()
})

const count = (text: string, value: number) =>
  (text.split(' |||| ').at(-1) ?? '').replace('%{count}', value.toLocaleString('en-GB'))

/** Looks at a change of all patients that match to a language, and leaves the dialog with its preview. */
async function look(panel: Panel, language: keyof typeof words, to: 'fr' | 'hi'): Promise<Locator> {
  const { page } = panel
  const { bulk, sheet } = words[language]
  await panel.open(`/patients?filter=${encodeURIComponent(JSON.stringify(scene.filter))}`)
  await page.getByRole('button', { name: sheet.changeAll }).click()
  const dialog = page.getByRole('dialog')
  const [field, french, hindi] = spokenWords[language]
  await choose(panel, bulk.field, `${bulk.change}: ${field}`)
  await choose(panel, field, to === 'fr' ? french : hindi)
  await dialog.getByRole('button', { name: bulk.preview }).click()
  await dialog.getByRole('button', { name: count(bulk.start, many) }).waitFor()
  return dialog
}

/** The id of the newest job of some kind. */
async function newest(session: SignedInCall, kind: string): Promise<string> {
  const { body } = await session(`GET /api/jobs?filter=${encodeURIComponent(JSON.stringify({ kind }))}`)
  return body[0].id
}

const work = (page: Page, language: keyof typeof words) => page.getByRole('region', { name: words[language].bulk.list })

test.each(languages)(
  '%s: ten thousand are previewed, changed past a reload, stopped in the middle, and all undone',
  async (language) => {
    const { bulk, undo } = words[language]
    const panel = await signedIn(browser, scene.product.url, 'everyone', { language })
    const { page } = panel
    const session = await signIn(scene.product.url, 'everyone')
    const dialog = await look(panel, language, 'fr')
    await expect.poll(() => dialog.getByRole('row').count()).toBe(6)
    await isSound(panel)
    await panel.picture(`panel-bulk-preview-${language}`)
    await dialog.getByRole('button', { name: count(bulk.start, many) }).click()
    await dialog.getByRole('progressbar').waitFor()
    await page.reload()
    await work(page, language).getByText(/%/).waitFor()
    await isSound(panel)
    await panel.picture(`panel-bulk-running-${language}`)
    await work(page, language).getByRole('button', { name: bulk.cancel }).click()
    await work(page, language).getByText(bulk.cancelled).waitFor()
    const job = await ended(session, await newest(session, 'bulk'))
    expect(job).toMatchObject({ status: 'cancelled', failed: 0 })
    await expect.poll(async () => (await scene.spoken()).fr, { timeout: 20_000 }).toBe(job.result.changed)
    await work(page, language).getByRole('link', { name: bulk.show }).click()
    await page.getByRole('button', { name: undo.start }).click()
    await isSound(panel)
    await page.getByRole('button', { name: undo.now }).click()
    await page
      .getByRole('status')
      .filter({ hasText: count(undo.done, job.result.changed) })
      .waitFor({ timeout: 60_000 })
    await isSound(panel)
    await scene.untilSpoken(asBefore)
    await page.context().close()
  },
  120_000,
)

test('a change of all ends, says what became of them, and is undone in the dialog', async () => {
  const panel = await signedIn(browser, scene.product.url, 'everyone')
  const { page } = panel
  const { bulk, undo, frame } = words.en
  const dialog = await look(panel, 'en', 'hi')
  await dialog.getByRole('button', { name: count(bulk.start, many) }).click()
  const status = dialog.getByRole('status')
  await status.filter({ hasText: count(bulk.done, many) }).waitFor({ timeout: 90_000 })
  await isSound(panel)
  await panel.picture('panel-bulk-en')
  await scene.untilSpoken({ hi: many })
  await dialog.getByRole('button', { name: undo.start }).click()
  await dialog.getByRole('button', { name: undo.now }).click()
  await status.filter({ hasText: count(undo.done, many) }).waitFor({ timeout: 90_000 })
  await scene.untilSpoken(asBefore)
  await dialog.getByRole('button', { name: frame.close }).click()
  await page.context().close()
}, 180_000)

/** The step that is taken, and what it asks for, as the panel says them. */
const stepWords = {
  en: ['Acknowledge', 'How', 'Contact person'],
  ar: ['إشعار بالاستلام', 'كيف', 'شخص التواصل'],
} as const

test.each(languages)(
  '%s: what a step refused is listed with links, is tried again, and the button says why nothing is undone',
  async (language) => {
    const panel = await signedIn(browser, scene.product.url, 'everyone', { language })
    const { page } = panel
    const { bulk, sheet, undo } = words[language]
    await panel.open('/cases')
    await page.getByRole('button', { name: sheet.changeAll }).click()
    const dialog = page.getByRole('dialog')
    const [step, ...asked] = stepWords[language]
    await choose(panel, bulk.field, `${bulk.action}: ${step}`)
    for (const label of asked) await dialog.getByRole('textbox', { name: label }).first().fill('Huda Nasser')
    await dialog.getByRole('button', { name: bulk.preview }).click()
    await dialog.getByRole('button', { name: /\d/ }).last().click()
    const refused = dialog.getByRole('list')
    await refused.getByRole('link').first().waitFor()
    await isSound(panel)
    await panel.picture(`panel-bulk-refused-${language}`)
    await dialog.getByRole('button', { name: undo.start }).hover()
    await page.getByRole('tooltip').waitFor()
    await dialog.getByRole('button', { name: bulk.retry }).click()
    await refused.getByRole('link').first().waitFor()
    await refused.getByRole('link').first().click()
    await page.waitForURL(/cases\/case_/)
    await page.context().close()
  },
)
