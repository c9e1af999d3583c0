import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { dayAfter } from '#shared/rules/follow-ups/contactDays.ts'
import { dayOf, instantOf, wallAt } from '#shared/values/zonedTime.ts'
import { newVisit } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { type Product, startProduct } from '#test/support/product.ts'
import { eventually, type SignedInCall, signIn } from '#test/support/session.ts'
import { settled, signedIn } from './panel.ts'
import { isSound } from './steps.ts'

let product: Product
let browser: Browser
let officer: SignedInCall

const zone = 'Asia/Riyadh'
const today = dayOf(wallAt(zone, Date.now()))
const at = (on: string, hour: number) => new Date(instantOf(zone, Date.parse(on) + hour * 3_600_000)).toISOString()
const everyDay = Object.fromEntries(
  ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((day) => [
    day,
    [{ from: '00:00', to: '24:00' }],
  ]),
)

/** A call to a new patient that stands on the officer's list, with a promise and a contact of before. */
async function listedCall(name: string, values: Record<string, unknown> = {}, hasCase = false): Promise<string> {
  const { patientId, encounterId, siteId } = await newVisit(product.url, { name })
  const matter = { ...Case.example, siteId, patientId, encounterId }
  const caseId = hasCase ? (await officer('POST /api/cases', matter)).body.id : undefined
  if (caseId) {
    const promise = { caseId, kind: 'patient-promise', text: 'The refund arrives by Thursday.' }
    await officer('POST /api/promises', { ...promise, dueAt: at(dayAfter(today, 3), 12) })
    const talk = { patientId, caseId, kind: 'call', place: 'phone', details: 'She asked when the refund arrives.' }
    await officer('POST /api/interactions', { ...talk, at: new Date().toISOString() })
  }
  const me = (await officer('GET /api/me')).body
  const window = { dueFrom: at(dayAfter(today, -2), 9), dueTo: at(dayAfter(today, 2), 20) }
  const body = { kind: 'satisfaction-call', patientId, encounterId, assigneeId: me.id, ...window, ...values }
  return (await officer('POST /api/follow-ups', { ...body, ...(caseId && { caseId }) })).body.id
}

beforeAll(async () => {
  product = await startProduct({})
  browser = await openBrowser()
  officer = await signIn(product.url, 'officer')
  const admin = await signIn(product.url, 'admin')
  const [siteId] = (await officer('GET /api/me')).body.siteIds
  const { version } = (await admin(`GET /api/sites/${siteId}`)).body
  await admin(`PATCH /api/sites/${siteId}`, { calendar: everyDay }, { 'if-match': `"${version}"` })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const stateOf = async (id: string) => (await officer(`GET /api/follow-ups/${id}`)).body

/** Shares the calls of today, and waits until lists show one of them: they follow what was written. */
async function shareCalls(id: string): Promise<void> {
  await product.tick('follow-ups', at(today, 12))
  await eventually(
    async () =>
      (await officer(`GET /api/follow-ups?filter=${encodeURIComponent(JSON.stringify({ callOn: today }))}`)).body,
    (rows) => rows.some((row: { id: string }) => row.id === id),
  )
}

test('an officer makes the calls of a morning one after the other, by keys, and the next opens by itself', async () => {
  const first = await listedCall('Mariam Saleh', { note: 'Ask whether the wound has closed.' }, true)
  const second = await listedCall('Omar Haddad', { dueTo: at(dayAfter(today, 3), 20) })
  await shareCalls(second)
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await panel.open('/calls')
  const heading = (name: string) => page.getByRole('heading', { level: 2, name })
  await heading('Mariam Saleh').waitFor()
  await panel.picture('calls-today')
  await isSound(panel)
  expect(await page.getByRole('link', { name: '+966501234567' }).getAttribute('href')).toBe('tel:+966501234567')
  for (const text of ['The refund arrives by Thursday.', 'She asked when the refund arrives.', 'Ask whether the wound'])
    expect(await page.getByText(text).first().isVisible()).toBe(true)
  await page.keyboard.press('r')
  await page.getByRole('button', { name: 'Satisfied', exact: true }).click()
  await page.getByLabel('What was put right').fill('The invoice was corrected.')
  await panel.picture('calls-outcome')
  await isSound(panel)
  await page.getByRole('button', { name: 'Save and open the next' }).click()
  await heading('Omar Haddad').waitFor()
  await page.keyboard.press('n')
  await page.getByText('No call is open').waitFor()
  expect(await stateOf(first)).toMatchObject({ status: 'done', outcome: 'satisfied', isInWindow: true })
  expect(await stateOf(second)).toMatchObject({ status: 'scheduled', attemptCount: 1 })
  await settled(page)
})

test('a visit is asked for, agreed and put on the list of its day', async () => {
  const id = await listedCall('Layla Aziz', { kind: 'home-visit' })
  await shareCalls(id)
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await panel.open('/calls')
  await page.getByRole('heading', { level: 2, name: 'Layla Aziz' }).waitFor()
  await page.getByLabel('What was said').fill('She would like the nurse to come on Monday.')
  await panel.picture('calls-consent')
  await page.getByRole('button', { name: 'Agreed', exact: true }).click()
  await page.getByLabel('Agreed time').fill(`${dayAfter(today, 7)}T10:00`)
  await page.getByRole('button', { name: 'Agree this time' }).click()
  await eventually(
    () => stateOf(id),
    ({ status }) => status === 'scheduled',
  )
  expect(await stateOf(id)).toMatchObject({ scheduledAt: at(dayAfter(today, 7), 10), consent: { status: 'granted' } })
  await isSound(panel)
})

test('a call is planned from the page of its case, and stands there', async () => {
  const { patientId, siteId } = await newVisit(product.url, { name: 'Nora Salem' })
  const { body: matter } = await officer('POST /api/cases', { ...Case.example, siteId, patientId })
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await panel.open(`/cases/${matter.id}/show`)
  await page.getByRole('link', { name: 'Plan a call or visit' }).click()
  await page.getByRole('heading', { level: 1, name: 'New follow-up' }).waitFor()
  await settled(page)
  await panel.picture('calls-plan')
  await page.getByRole('button', { name: 'New follow-up' }).click()
  await page.getByRole('heading', { level: 1, name: 'Routine call' }).waitFor()
  await panel.picture('calls-follow-up')
  await isSound(panel)
  await panel.open(`/cases/${matter.id}/show`)
  await page.reload()
  await page.getByRole('link', { name: 'Routine call' }).first().scrollIntoViewIfNeeded()
  await panel.picture('calls-of-case')
})

test('on a phone and in Arabic the list leads to the call and back', async () => {
  await shareCalls(await listedCall('سلمى ناصر', {}, true))
  const panel = await signedIn(browser, product.url, 'officer', {
    language: 'ar',
    viewport: { width: 390, height: 844 },
  })
  const { page } = panel
  await panel.open('/calls')
  await panel.picture('calls-list-phone-ar')
  await page.getByRole('button', { name: /سلمى ناصر/ }).click()
  await page.getByRole('heading', { level: 2, name: 'سلمى ناصر' }).waitFor()
  await panel.picture('calls-phone-ar')
  await isSound(panel)
  await page.getByRole('button', { name: 'العودة إلى القائمة' }).click()
  await page.getByRole('button', { name: /سلمى ناصر/ }).waitFor()
})

test('the week is shown by person and saved as a table', async () => {
  const panel = await signedIn(browser, product.url, 'unit-manager')
  const { page } = panel
  const { body } = await officer('GET /api/follow-ups/summary')
  await panel.open(`/follow-ups/summary?siteId=${body.siteId}`)
  await page.getByRole('button', { name: 'The week after' }).click()
  await page
    .getByRole('row', { name: /Satisfied 1/ })
    .first()
    .waitFor()
  await panel.picture('calls-week')
  await isSound(panel)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Table as CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^follow-ups-\d{4}-W\d\d\.csv$/)
})
