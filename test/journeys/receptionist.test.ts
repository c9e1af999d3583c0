import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import type { Likeness } from '#shared/rules/patients/possibleDuplicate.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { signIn } from '#test/support/session.ts'
import { signedIn } from './panel.ts'
import { isSound } from './steps.ts'

let product: UnderTest
let browser: Browser

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  await newVisit(product.url, { name: 'Mariam Saleh', phone: '+966501112233', birthDate: '1990-04-02' })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Who answers for complaints at the site: the unit manager, and the login with every role. */
const lead = /Salem Rashid|Dana Qasim/

/** A keyboard that counts what is pressed beyond the words that are typed. */
function keysOf(page: Page) {
  const { keyboard } = page
  const pressed: string[] = []
  const press = async (key: string) => {
    pressed.push(key)
    await keyboard.press(key)
  }
  return { page, pressed, press, type: (text: string) => keyboard.type(text) }
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

/** What a receptionist does until the patient stands in the form. */
type FindPatient = (keys: ReturnType<typeof keysOf>) => Promise<unknown>

const known: FindPatient = async ({ press, type }) => {
  await type('Mariam Sal')
  await press('Enter')
}
const unknown: FindPatient = async ({ page, press, type }) => {
  await type('Amal Farouk')
  await press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('phone')
  await type('+966509998877')
  await press('Tab')
  await type(`M-${Date.now()}`)
  await press('Enter')
}

test.each([
  ['a patient who is known', known],
  ['a new patient', unknown],
])(
  'a receptionist opens a case of %s, is told what may be offered and hands it over with twelve keys at most',
  async (_, find) => {
    const panel = await signedIn(browser, product.url, 'front-desk')
    const { page } = panel
    await panel.open('/patients')
    const keys = keysOf(page)
    const { pressed, press, type } = keys
    await press('Alt+n')
    await page.getByRole('searchbox', { name: 'Patient' }).waitFor()
    await find(keys)
    await page.getByRole('button', { name: 'Another patient' }).waitFor()
    await press('Tab')
    await type('I was told the laser session was covered. Now I am asked to pay 1,450 riyals.')
    await press('Tab')
    await type('expl')
    await press('ArrowDown')
    await press('Enter')
    await panel.picture('panel-intake-en')
    await press('Control+Enter')
    await page.waitForURL(/cases\/case_\w+\/show/)
    await page.getByRole('heading', { name: 'What may be offered' }).waitFor()
    await page.getByRole('button', { name: 'Offer it: Explanation' }).waitFor()
    await expect.poll(() => focused(page)).toBe('Hand over')
    await press('Enter')
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.getByRole('combobox').inputValue()).toMatch(lead)
    await press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: lead }).first().waitFor()
    await isSound(panel)
    expect(pressed.length, pressed.join(' ')).toBeLessThanOrEqual(12)
    const [, id] = /cases\/(case_\w+)\/show/.exec(page.url()) ?? []
    const { body } = await (await signIn(product.url, 'officer'))(`GET /api/cases/${id}`)
    expect(body).toMatchObject({ type: 'complaint', channel: 'in-person', demands: ['explanation'] })
    await page.context().close()
  },
)

test('a call for help says who was told, and then who is coming', async () => {
  const { siteId, patientId, officer } = await newVisit(product.url, { name: 'Khalid Omar', phone: '+966502223344' })
  const { body } = await officer('POST /api/cases', { ...Case.example, siteId, patientId })
  const desk = await signedIn(browser, product.url, 'front-desk')
  await desk.open(`/cases/${body.id}/show`)
  await desk.page.getByRole('button', { name: 'Call for help' }).waitFor()
  await desk.page.keyboard.press('Alt+c')
  await desk.page.getByRole('dialog').waitFor()
  await desk.page.keyboard.type('He shouts and does not want to sit down.')
  await desk.page.keyboard.press('Enter')
  const state = desk.page.getByRole('status').filter({ hasText: 'Nobody has answered yet' })
  await state.getByRole('link', { name: 'Salem Rashid' }).waitFor()
  await isSound(desk)
  await desk.picture('panel-help-en')
  const lead = await signedIn(browser, product.url, 'unit-manager')
  await lead.open(`/cases/${body.id}/show`)
  await lead.page.getByRole('status').getByRole('button', { name: 'I am coming' }).click()
  const coming = desk.page.getByRole('status').filter({ hasText: 'Help is coming' })
  await coming.getByRole('link', { name: 'Salem Rashid' }).waitFor()
  await isSound(desk)
})

test.each([
  ['the phone, without its country', { phone: '0501112233' }],
  ['the name and the birth date', { name: 'mariam saleh', birthDate: '1990-04-02' }],
])(
  'a patient who is known is found by %s while a new one is typed',
  async (_, { name, phone, birthDate }: Likeness) => {
    const panel = await signedIn(browser, product.url, 'front-desk')
    const { page } = panel
    await panel.open('/cases/create')
    await page.getByRole('searchbox', { name: 'Patient' }).fill('Nobody known')
    await page.getByRole('searchbox', { name: 'Patient' }).press('Enter')
    await page.getByRole('textbox', { name: /^Name/ }).fill(name ?? '')
    if (phone) await page.getByLabel(/^Phone/).fill(phone)
    if (birthDate) await page.getByLabel(/^Born/).fill(birthDate)
    const hint = page.getByRole('status').filter({ hasText: 'Perhaps one of these?' })
    await hint.waitFor()
    await isSound(panel)
    await hint.getByRole('button', { name: 'Use this one' }).click()
    await page.getByRole('button', { name: 'Another patient' }).waitFor()
    await page.context().close()
  },
)
