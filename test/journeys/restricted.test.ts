import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Statement } from '#shared/entities/statement.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { signIn } from '#test/support/session.ts'
import { type Panel, signedIn } from './panel.ts'
import { isSound } from './steps.ts'

let product: UnderTest
let browser: Browser
let vip: string
let ofVip: string
let ordinary: string

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  const { siteId, patientId, officer } = await newVisit(product.url, { isVip: true, name: 'Khalid Saleh' })
  const other = await newVisit(product.url)
  const attendingIds = [(await (await signIn(product.url, 'clinician'))('GET /api/me')).body.id]
  const openCase = async (id: string) =>
    (await officer('POST /api/cases', { ...Case.example, siteId, patientId: id, attendingIds })).body.id
  vip = patientId
  ofVip = await openCase(vip)
  ordinary = await openCase(other.patientId)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const mark = ({ page }: Panel) => page.getByRole('note').filter({ hasText: 'Restricted' })

test('a person who opens a restricted record is told so, and a list of cases alone enters nothing', async () => {
  const panel = await signedIn(browser, product.url, 'front-desk')
  await panel.open('/cases')
  const auditor = await signIn(product.url, 'auditor')
  const filter = encodeURIComponent(JSON.stringify({ recordId: vip }))
  expect((await auditor(`GET /api/access-entries?filter=${filter}`)).body).toEqual([])
  await panel.open(`/cases/${ordinary}/show`)
  expect(await mark(panel).count()).toBe(0)
  await panel.open(`/cases/${ofVip}/show`)
  await mark(panel).waitFor()
  await panel.picture('panel-restricted-en')
  await panel.open(`/patients/${vip}/show`)
  await mark(panel).waitFor()
  await isSound(panel)
})

test('an auditor sees who read the record, on its page and in the access log', async () => {
  const panel = await signedIn(browser, product.url, 'auditor')
  await panel.open(`/cases/${ofVip}/show`)
  const readers = panel.page.getByRole('region', { name: 'Who read it' })
  await readers.getByText('The record').first().waitFor()
  expect(await readers.getByRole('listitem').count()).toBeGreaterThanOrEqual(2)
  await isSound(panel)
  await panel.picture('panel-readers-en')
  await panel.open('/access-entries')
  await panel.page.getByText('VIP patient').first().waitFor()
  await panel.picture('panel-access-log-en')
  expect(panel.errors).toEqual([])
})

test('in Arabic and on a phone it reads as well', async () => {
  const phone = { viewport: { width: 390, height: 844 } }
  const panel = await signedIn(browser, product.url, 'auditor', { language: 'ar', ...phone })
  await panel.open(`/patients/${vip}/show`)
  await panel.page.getByRole('note').filter({ hasText: 'سجل مقيَّد' }).waitFor()
  await panel.picture('panel-restricted-phone-ar')
  await panel.page.getByRole('region', { name: 'من اطّلع عليه' }).scrollIntoViewIfNeeded()
  await panel.picture('panel-readers-phone-ar')
  await isSound(panel)
})

test('a clinician gives the team’s side of a case that names them, and is not shown the patient’s', async () => {
  const officer = await signIn(product.url, 'officer')
  await officer('POST /api/statements', { ...Statement.example, caseId: ordinary })
  const panel = await signedIn(browser, product.url, 'clinician')
  await panel.open(`/cases/${ordinary}/show`)
  const [patient, team] = ['The patient says', 'The team says'].map((name) => panel.page.getByRole('region', { name }))
  await patient?.getByText('What the patient said is for those who settle the matter.').waitFor()
  expect(await patient?.getByRole('button').count()).toBe(0)
  await panel.picture('panel-clinician-case-en')
  await team?.getByRole('button', { name: 'Take statement' }).click()
  const dialog = panel.page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Speaker/ }).fill('Dr. Lina Aziz')
  await dialog.getByRole('textbox', { name: /in their words/ }).fill('The price was on the form that was signed.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await team?.getByText('The price was on the form that was signed.').waitFor()
  await isSound(panel)
})
