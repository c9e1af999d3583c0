import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { eventually, type SignedInCall, signIn } from '#test/support/session.ts'
import { faultsOf, savePicture, signedIn } from './panel.ts'
import { choose, isSound } from './steps.ts'

let product: UnderTest
let browser: Browser
let officer: SignedInCall
let stay: Awaited<ReturnType<typeof newVisit>>
let link: string
const address = `noura.${Date.now()}@example.org`

beforeAll(async () => {
  product = await productUrl({ demoSize: 40 })
  browser = await openBrowser()
  stay = await newVisit(
    product.url,
    { name: 'نورة العتيبي', email: address, language: 'ar' },
    { careType: 'in', department: 'Maternity' },
  )
  officer = stay.officer
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('a discharge in the panel sends the patient a link by mail', async () => {
  const panel = await signedIn(browser, product.url, 'insurance-clerk')
  const { page } = panel
  await panel.open(`/encounters/${stay.encounterId}`)
  await page.locator('input[name=dischargedOn]').fill(new Date().toISOString().slice(0, 10))
  await page.getByRole('button', { name: 'Save' }).click()
  link = await eventually(linkIn, (found) => found !== '')
  await page.context().close()
})

/** The survey link in the newest mail to the patient, as the mail viewer holds it. */
async function linkIn(): Promise<string> {
  const { emails } = await (await fetch(`${product.mailUrl}store`)).json()
  const mine = emails.filter((mail: { destination: { to: string[] } }) => mail.destination.to.includes(address))
  return /https?:\/\/[^"\s<]+\/s\/[\w-]{22}/.exec(mine.at(-1)?.body.html ?? '')?.[0] ?? ''
}

test('the patient answers on a phone, in Arabic, without JavaScript', async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
    locale: 'ar',
  })
  const page = await context.newPage()
  await page.goto(`${link}?lang=ar`)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await page.content()).not.toContain('نورة')
  await savePicture(page, 'survey-phone-ar')
  await page.getByRole('button').last().click()
  expect(await page.getByRole('alert').count()).toBeGreaterThan(0)
  for (const group of await page.getByRole('group').all()) {
    const radios = group.getByRole('radio')
    if ((await radios.count()) === 0) continue
    const isWorstFirst = (await radios.first().getAttribute('value')) !== '5'
    await (isWorstFirst ? radios.first() : radios.last()).check()
  }
  await page.getByRole('button').last().click()
  await page.waitForLoadState()
  await savePicture(page, 'survey-thanks-ar')
  expect(await page.getByRole('radio').count()).toBe(0)
  await context.close()
})

test('the page is accessible in both directions, light and dark', async () => {
  for (const [lang, colorScheme] of [
    ['ar', 'light'],
    ['en', 'dark'],
  ] as const) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme, bypassCSP: true })
    const page = await context.newPage()
    await page.goto(`${link}?lang=${lang}`)
    expect(await faultsOf(page)).toEqual([])
    await context.close()
  }
})

test('the low score opened a case, and the panel shows the figures after the tick', async () => {
  const filter = encodeURIComponent(JSON.stringify({ patientId: stay.patientId }))
  const cases = await eventually(
    async () => (await officer(`GET /api/cases?filter=${filter}`)).body,
    (found) => found.length > 0,
  )
  expect(cases).toHaveLength(1)
  await product.tick('survey-stats')
  const panel = await signedIn(browser, product.url, 'director')
  await panel.open('/survey-results')
  await choose(panel, /^Survey/, /In-patient/)
  await panel.page.getByRole('cell', { name: 'Maternity' }).first().waitFor()
  await choose(panel, /^Survey/, /Out-patient/)
  await panel.page.getByText('%').first().waitFor()
  await panel.picture('panel-results-en')
  await isSound(panel)
  await panel.open(`/cases/${cases[0].id}/show`)
  await panel.page
    .getByText(/Low score/)
    .first()
    .waitFor()
  await panel.page.context().close()
})

test('a question is added in the form of a new version, and each missing value is shown beside it', async () => {
  const director = await signIn(product.url, 'director')
  const [survey] = (await director('GET /api/surveys')).body
  const { body: draft } = await director(`POST /api/surveys/${survey.id}/actions/new-version`, {})
  const panel = await signedIn(browser, product.url, 'director')
  const { page } = panel
  await panel.open(`/surveys/${draft.id}`)
  await page.getByRole('button', { name: 'Add a question' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  const question = page.locator('details').last()
  await question.getByText('Needed').waitFor()
  await isSound(panel)
  await question.getByLabel('English').fill('Did you find the way?')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/\/show$/)
  const { body: saved } = await director(`GET /api/surveys/${draft.id}`)
  expect(saved.questions).toHaveLength(draft.questions.length + 1)
  expect(saved.questions.at(-1)).toMatchObject({ type: 'scale5', text: { en: 'Did you find the way?' } })
  await page.context().close()
})

test('answers by telephone are entered in the order of the survey', async () => {
  const filter = encodeURIComponent(JSON.stringify({ status: 'sent' }))
  const [invitation] = (await officer(`GET /api/invitations?filter=${filter}`)).body
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await panel.open(`/invitations/${invitation.id}/show`)
  await page.getByRole('button', { name: 'Answer by phone' }).click()
  await choose(panel, 'Language', 'English')
  for (const group of await page.getByRole('dialog').getByRole('group').all())
    await group.getByRole('radio').or(group.getByRole('checkbox')).last().click()
  await isSound(panel)
  await page.getByRole('button', { name: 'Save the answers' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const { body } = await officer(`GET /api/invitations/${invitation.id}`)
  expect(body).toMatchObject({ status: 'answered', responseId: expect.any(String) })
  await page.context().close()
})
