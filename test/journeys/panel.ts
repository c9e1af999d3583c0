import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Language } from '#shared/text/languages.ts'
import { demoPassword, signIn } from '#test/support/session.ts'
import { leavePointer } from './keyboard/leavePointer.ts'
import { untilQuiet, watchRequests } from './waiting/requests.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The folder for the pictures of the documents; undefined in an ordinary run, which takes none. */
const pictures = process.env.REDRESS_PICTURES || undefined

/** The panel as one person has it open. */
export interface Panel {
  readonly page: Page
  /** Opens an address of the panel and waits until the page has settled. */
  open(address: string): Promise<void>
  picture(name: string): Promise<void>
  /** The faults that axe finds on the current page. */
  faults(): Promise<string[]>
  errors: string[]
}

/** Says for a person that they took the tour, which would stand over the first page that they open. */
export async function withoutTour(url: string, person: string): Promise<void> {
  const call = await signIn(url, person)
  const { body: me } = await call('GET /api/me')
  await call('POST /api/preferences', { userId: me.id, name: 'tour', value: true })
}

/** Signs a person in, in a language and a theme; `isFirst` leaves the tour of a first sign-in on the screen. */
export async function signedIn(
  browser: Browser,
  url: string,
  person: string,
  options: { language?: Language; theme?: 'light' | 'dark'; isFirst?: boolean } & BrowserContextOptions = {},
): Promise<Panel> {
  const { language = 'en', theme = 'light', isFirst = false, ...more } = options
  if (!isFirst) await withoutTour(url, person)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: theme, ...more })
  await context.addInitScript(
    ([locale, dress]) => {
      localStorage.setItem('RaStoreredress.locale', JSON.stringify(locale))
      localStorage.setItem('RaStoreredress.theme', JSON.stringify(dress))
    },
    [language, theme],
  )
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  watchRequests(page)
  if (process.env.REDRESS_KEYBOARD) leavePointer(page)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.goto(url)
  await page.locator('input[name=email], input[type=email]').first().fill(`${person}@redress.test`)
  await page.locator('input[type=password]').fill(demoPassword)
  await page.keyboard.press('Enter')
  await page.locator('h1').first().waitFor()
  await page.locator('input[type=password]').waitFor({ state: 'detached' })
  const panel: Panel = {
    page,
    errors,
    open: async (address) => {
      await page.goto(`${url}/#${address}`)
      await settled(page)
    },
    picture: async (name) => {
      await settled(page)
      await savePicture(page, name)
    },
    faults: () => faultsOf(page),
  }
  return panel
}

/** Saves a picture of a page when the run takes pictures. */
export async function savePicture(page: Page, name: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

/** Waits until no request is running, no skeleton is shown, and a sheet has drawn its columns. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState()
  await untilQuiet(page)
  await page.waitForFunction(
    () =>
      document.querySelectorAll('.MuiSkeleton-root').length === 0 &&
      [...document.querySelectorAll('revo-grid')].every((grid) => grid.querySelector('.rgHeaderCell')),
  )
  await untilQuiet(page)
}

/** Waits until what fades in or changes its colour has done so, two seconds at the most: some things move for ever. */
const faded = (page: Page) =>
  page.evaluate(async () => {
    const ends = Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    await Promise.race([ends, new Promise((resolve) => setTimeout(resolve, 2_000))])
  })

/** Rules that axe finds broken, with the elements. */
export async function faultsOf(page: Page): Promise<string[]> {
  await faded(page)
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const run: (() => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>) | undefined = Reflect.get(
      window,
      'axe',
    )?.run
    const { violations } = run ? await run() : { violations: [{ id: 'axe did not load', nodes: [] }] }
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
}
