import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Patient } from '#shared/entities/patient.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { callPool, demoPassword, eventually, request, signIn } from '#test/support/session.ts'
import { type Panel, signedIn, withoutTour } from '../panel.ts'
import { isSound } from '../steps.ts'

let product: UnderTest
let browser: Browser
let siteId: string

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  const visit = await newVisit(product.url, { name: 'Mariam Saleh', phone: '+966501112233' })
  siteId = visit.siteId
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const languages = ['en', 'ar'] as const
const words = {
  en: {
    ended: 'Your session has ended',
    signIn: 'Sign in',
    leave: 'Leave',
    chosen: 'Another patient',
    out: 'Sign out',
    person: 'Signed in as',
  },
  ar: {
    ended: 'انتهت جلستك',
    signIn: 'دخول',
    leave: 'مغادرة',
    chosen: 'مريض آخر',
    out: 'تسجيل الخروج',
    person: 'المستخدم الحالي',
  },
} as const

/** Ends the session of a page at the server and at the user pool, as a sign-out at another place does. */
async function endSession(page: Page): Promise<void> {
  const { idToken, refreshToken } = await page.evaluate(() =>
    JSON.parse(sessionStorage.getItem('redress.session') ?? '{}'),
  )
  await callPool(product.url, 'RevokeToken', { Token: refreshToken })
  await request(product.url, 'POST /api/sign-out', {}, { authorization: `Bearer ${idToken}` })
}

/** Signs in in the dialog over the page. */
async function signInAgain({ page }: Panel, language: 'en' | 'ar', person?: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: words[language].ended })
  await dialog.waitFor()
  if (person) await dialog.locator('input[type=email]').fill(`${person}@redress.test`)
  await dialog.locator('input[type=password]').focus()
  // By keys: a sheet below must not take them for its own.
  await page.keyboard.type(`x${demoPassword}`)
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
}

/** Opens a page of the menu in a new tab; a click that came while the page was still moving is made again. */
async function inNewTab({ page }: Panel, address: string): Promise<Page> {
  const link = page.getByRole('navigation').locator(`a[href="#${address}"]`)
  for (;;) {
    const opened = page
      .context()
      .waitForEvent('page', { timeout: 5_000 })
      .catch(() => undefined)
    await link.click({ modifiers: ['Control'] })
    const other = await opened
    if (other) return other
  }
}

const mayPaste = { permissions: ['clipboard-read', 'clipboard-write'] }

test.each(languages)(
  'in %s, a page opened in a new tab is signed in, and a sign-out in one signs out both',
  async (language) => {
    const panel = await signedIn(browser, product.url, 'everyone', { language })
    await panel.open('/patients')
    const other = await inNewTab(panel, '/cases')
    await other.getByRole('heading', { level: 1 }).waitFor()
    expect(other.url()).toContain('#/cases')
    expect(await other.locator('input[type=password]').count()).toBe(0)
    await panel.page.getByRole('button', { name: words[language].person }).click()
    await panel.page.getByRole('menuitem', { name: words[language].out }).click()
    for (const page of [panel.page, other]) await page.locator('input[type=password]').waitFor()
    expect(await other.getByRole('grid').count()).toBe(0)
    await panel.page.context().close()
  },
)

test.each(languages)(
  'in %s, three phones pasted after the end of the session are saved after the sign-in',
  async (language) => {
    const officer = await signIn(product.url, 'officer')
    const prefix = `Pasted ${language}`
    for (const name of ['one', 'two', 'three'])
      await officer('POST /api/patients', {
        ...Patient.example,
        siteId,
        name: `${prefix} ${name}`,
        memberNumber: `${language}-${name}`,
      })
    const filter = encodeURIComponent(JSON.stringify({ q: prefix }))
    const rows = async () => (await officer(`GET /api/patients?filter=${filter}`)).body
    await eventually(rows, (found) => found.length === 3)
    const panel = await signedIn(browser, product.url, 'everyone', { language, ...mayPaste })
    const { page } = panel
    await panel.open(`/patients?filter=${filter}`)
    const phones = [1, 2, 3].map((digit) => `+9665111100${language === 'en' ? 1 : 2}${digit}`)
    await page.evaluate((text) => navigator.clipboard.writeText(text), phones.join('\r\n'))
    await page.getByRole('gridcell').filter({ hasText: '+966' }).first().click()
    await endSession(page)
    await page.keyboard.press('Control+v')
    await signInAgain(panel, language)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    for (const phone of phones) await page.getByRole('gridcell', { name: phone }).waitFor()
    const saved = await eventually(rows, (found) => found.every(({ phone }: Patient) => phones.includes(String(phone))))
    expect(saved.map(({ phone }: Patient) => phone).sort()).toEqual(phones)
    expect(panel.errors).toEqual([])
    await page.context().close()
  },
)

test.each(languages)(
  'in %s, a long new case keeps its text over the end of the session and is sent',
  async (language) => {
    const panel = await signedIn(browser, product.url, 'officer', { language })
    const { page } = panel
    await panel.open('/cases/create')
    const story = 'I was told that the session was covered. '.repeat(40).trim()
    await page.getByRole('searchbox').last().fill('Mariam Saleh')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: words[language].chosen }).waitFor()
    const text = page.locator('main textarea:not([aria-hidden])').first()
    await text.fill(story)
    await endSession(page)
    await page.keyboard.press('Control+Enter')
    const dialog = page.getByRole('dialog', { name: words[language].ended })
    await dialog.waitFor()
    await isSound(panel)
    expect(await text.inputValue()).toBe(story)
    await signInAgain(panel, language)
    await page.waitForURL(/cases\/case_\w+\/show/)
    const [, id] = /cases\/(case_\w+)\/show/.exec(page.url()) ?? []
    const { body } = await (await signIn(product.url, 'officer'))(`GET /api/cases/${id}`)
    expect(JSON.stringify(body)).toContain(story)
    await page.context().close()
  },
)

test('another person who signs in over the page finds nothing of the first one', async () => {
  const panel = await signedIn(browser, product.url, 'everyone')
  const { page } = panel
  await withoutTour(product.url, 'front-desk')
  await panel.open('/patients')
  await page.evaluate(() => Reflect.set(window, 'isFirst', true))
  await endSession(page)
  await page.getByRole('navigation').locator('a[href="#/cases"]').click()
  await signInAgain(panel, 'en', 'front-desk')
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'isFirst')).catch(() => true)).toBeUndefined()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(page.url()).toMatch(/#\/$/)
  await page.getByRole('button', { name: words.en.person }).click()
  await page.getByRole('menu').getByText('front-desk@redress.test').waitFor()
  await page.context().close()
})

test('whoever leaves finds the sign-in', async () => {
  const panel = await signedIn(browser, product.url, 'everyone')
  const { page } = panel
  await panel.open('/patients')
  await endSession(page)
  await page.getByRole('navigation').locator('a[href="#/cases"]').click()
  await page.getByRole('dialog', { name: words.en.ended }).getByRole('button', { name: words.en.leave }).click()
  await page.getByRole('heading', { level: 1, name: words.en.signIn }).waitFor()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  await page.context().close()
})

test('a page that only reads again by itself asks for nothing until its person does something', async () => {
  const panel = await signedIn(browser, product.url, 'everyone')
  const { page } = panel
  await panel.open('/')
  await endSession(page)
  await page.waitForResponse((answer) => answer.status() === 401, { timeout: 60_000 })
  await page.waitForTimeout(1_000)
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.getByRole('navigation').locator('a[href="#/patients"]').click()
  await signInAgain(panel, 'en')
  await page.getByRole('gridcell').first().waitFor()
  await page.context().close()
})

test('who leaves a page with unsaved text is asked first, by a link, by Back and by closing the tab', async () => {
  const panel = await signedIn(browser, product.url, 'everyone')
  const { page } = panel
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  for (const address of ['/patients', '/cases', '/patients'])
    await page.getByRole('navigation').locator(`a[href="#${address}"]`).click()
  await page.getByRole('main').locator('a[href="#/patients/create"]').click()
  const name = page.getByRole('main').getByRole('textbox').first()
  await name.fill('Huda Nasser')
  await page.getByRole('navigation').locator('a[href="#/cases"]').click()
  await expect.poll(() => asked).toEqual(['confirm'])
  await page.evaluate(() => history.back())
  await expect.poll(() => asked).toEqual(['confirm', 'confirm'])
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => asked).toEqual(['confirm', 'confirm', 'beforeunload'])
  expect(await name.inputValue()).toBe('Huda Nasser')
  await page.context().close()
})
