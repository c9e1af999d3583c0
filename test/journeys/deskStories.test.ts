import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayAfter } from '#shared/rules/follow-ups/contactDays.ts'
import { openBrowser } from '#test/support/browser.ts'
import { type Product, startProduct } from '#test/support/product.ts'
import { eventually, signIn } from '#test/support/session.ts'
import { type Panel, settled, signedIn } from './panel.ts'
import { noonOf, today, workEveryDay } from './scenes/days.ts'
import {
  assessed,
  newMatter,
  resolved,
  satisfactionCall,
  taken,
  unansweredFile,
  writeReport,
} from './scenes/matters.ts'
import { choose, isSound, refusalAt, sectionOf, send, takeStep } from './steps.ts'

let product: Product
let browser: Browser
const panels = new Map<string, Promise<Panel>>()

beforeAll(async () => {
  product = await startProduct({ demoSize: 40 })
  browser = await openBrowser()
  await workEveryDay(product.url)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** The panel of a person at an address, with what is stored at this moment; each person signs in once. */
async function at(person: string, address: string, language: 'en' | 'ar' = 'en'): Promise<Panel> {
  const name = `${person} ${language}`
  if (!panels.has(name)) panels.set(name, signedIn(browser, product.url, person, { language }))
  const panel = (await panels.get(name)) as Panel
  if (new URL(panel.page.url()).hash !== `#${address}`) await panel.open(address)
  else {
    await panel.page.reload()
    await settled(panel.page)
  }
  return panel
}

/** Looks at a page in Arabic, with the eyes of the unit manager. */
async function inArabic(address: string, picture: string): Promise<void> {
  const panel = await at('unit-manager', address, 'ar')
  await isSound(panel)
  await panel.picture(`story-${picture}-ar`)
}

test('a refusal to pay ends with a discount that a second person approves, and a satisfied call on the third day', async () => {
  const matter = await newMatter(product.url, 'Amal Farouk')
  await assessed(matter)
  const page = `/cases/${matter.id}/show`
  const officer = await at('officer', page)
  await sectionOf(officer, 'What may be offered').getByRole('button', { name: 'Offer it: Discount' }).click()
  await officer.page.getByLabel(/^Amount/).fill('600')
  await officer.page.getByText('This will be put before: Unit manager.').waitFor()
  await send(officer, 'Ask for approval')
  expect(await officer.page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0)
  const lead = await at('unit-manager', page)
  await takeStep(lead, 'Approve')
  await at('officer', page)
  await takeStep(officer, 'Made to the patient', (dialog) => dialog.getByLabel(/^How it was made/).fill('At the desk'))
  await takeStep(officer, 'Accepted')
  await takeStep(officer, 'Carried out', (dialog) => dialog.getByLabel(/^How it was/).fill('On the invoice'))
  await takeStep(officer, 'Answer')
  await takeStep(officer, 'Resolve', async () => choose(officer, /Patient decided/, /^Accepted$/))
  const call = await satisfactionCall(matter)
  const onThirdDay = dayAfter(today(), 3)
  await product.tick('follow-ups', noonOf(onThirdDay))
  await eventually(
    async () => taken(await matter.officer(`GET /api/follow-ups/${call}`)),
    ({ callOn, status }) => callOn === onThirdDay && status === 'scheduled',
  )
  await at('officer', `/follow-ups/${call}/show`)
  await takeStep(officer, 'Complete', async () => choose(officer, /^Outcome/, 'Satisfied'))
  await at('officer', page)
  expect(await refusalAt(officer, 'Close')).toMatch(/Another person must close it/)
  await at('unit-manager', page)
  await takeStep(lead, 'Close')
  expect(await matter.read()).toMatchObject({ status: 'closed', concededMinor: 60_000 })
  await isSound(lead)
  await lead.picture('story-discount-en')
  await inArabic(page, 'discount')
})

test('a call that finds the patient unsatisfied opens the case again by itself', async () => {
  const matter = await newMatter(product.url, 'Mariam Saleh')
  await assessed(matter)
  const call = await resolved(matter)
  const officer = await at('officer', `/follow-ups/${call}/show`)
  await takeStep(officer, 'Complete', async (dialog) => {
    await choose(officer, /^Outcome/, 'Not satisfied')
    await dialog.getByLabel(/^What the patient said/).fill('The invoice is still wrong.')
  })
  await at('officer', `/cases/${matter.id}/show`)
  await officer.page.getByRole('button', { name: 'Assess', exact: true }).waitFor()
  await sectionOf(officer, 'What happened').getByText('The invoice is still wrong.').first().waitFor()
  expect(await matter.read()).toMatchObject({ status: 'investigating', reopenedCount: 1, isOpen: true })
  await isSound(officer)
  await officer.picture('story-reopened-en')
  await inArabic(`/cases/${matter.id}/show`, 'reopened')
})

test('a surgical dispute is met with a lead, its doctor and an escort, and is closed with an accepted report', async () => {
  const doctor = taken(await (await signIn(product.url, 'clinician'))('GET /api/me'))
  const lead = await signIn(product.url, 'unit-manager')
  const { id: leadId } = taken(await lead('GET /api/me'))
  const matter = await newMatter(product.url, 'Yousef Karim', { type: 'complaint', attendingIds: [doctor.id] })
  const page = `/cases/${matter.id}/show`
  const officer = await at('officer', page)
  await takeStep(officer, 'Mark as major', async () => {
    await choose(officer, /^Why it is major/, 'Evident surgical problem')
    await officer.page.keyboard.press('Tab')
  })
  const director = await at('director', '/notices')
  // An open inbox looks again every half minute.
  await director.page.getByRole('link', { name: `Case ${matter.number} is a major case` }).click({ timeout: 60_000 })
  await director.page.getByRole('heading', { level: 1, name: matter.number }).waitFor()
  await takeStep(director, 'Director told')

  const met = { patientId: matter.patientId, caseId: matter.id, kind: 'meeting', at: new Date().toISOString(), leadId }
  const refused = async (who: object) =>
    (await matter.officer('POST /api/interactions', { ...met, details: 'We met.', ...who })).body
  expect((await refused({})).detail).toMatch(/Name the doctor who was there/)
  expect((await refused({ doctorId: doctor.id })).detail).toMatch(/A clinician never meets the patient alone/)
  await at('officer', page)
  await officer.page.getByRole('button', { name: 'Write down a contact' }).click()
  const dialog = officer.page.getByRole('dialog')
  await choose(officer, /^What it was/, 'Meeting')
  await dialog.getByLabel(/^What was said/).fill('Dr. Lina Aziz explained what happened in the operation.')
  await choose(officer, /^Unit manager or director/, 'Salem Rashid')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Needed', { exact: true }).first().waitFor()
  await choose(officer, /^Doctor who took part/, 'Dr. Lina Aziz')
  await dialog.getByText('A clinician never meets the patient alone.').waitFor()
  await choose(officer, /^Officer beside the doctor/, 'Huda Nasser')
  await isSound(officer)
  await officer.picture('story-meeting-en')
  await send(officer, 'Save')
  await sectionOf(officer, 'What happened')
    .getByText(/explained what happened in the operation/)
    .waitFor()

  await assessed(matter)
  const call = await resolved(matter)
  taken(await matter.officer(`POST /api/follow-ups/${call}/actions/complete`, { outcome: 'satisfied' }))
  const manager = await at('unit-manager', page)
  expect(await refusalAt(manager, 'Close')).toMatch(/The director has to accept its special report/)
  await writeReport(matter)
  await at('unit-manager', page)
  await takeStep(manager, 'Submit')
  await at('director', page)
  await takeStep(director, 'Accept')
  await at('unit-manager', page)
  await takeStep(manager, 'Close')
  await isSound(manager)
  await manager.picture('story-major-en')
  await inArabic(page, 'major')
})

test('a home visit is made only with consent that was given in a call', async () => {
  const matter = await newMatter(product.url, 'Layla Aziz')
  const window = { dueFrom: new Date().toISOString(), dueTo: noonOf(dayAfter(today(), 6)) }
  const { patientId, id: caseId } = matter
  const asked = { kind: 'home-visit', patientId, caseId, ...window }
  const visit = taken(await matter.officer('POST /api/follow-ups', asked))
  const step = (name: string, body: object) => matter.officer(`POST /api/follow-ups/${visit.id}/actions/${name}`, body)
  const visitAt = noonOf(dayAfter(today(), 3))
  expect((await step('schedule', { visitAt })).body).toMatchObject({ status: 409, rule: 'CONSENT_NEEDED' })
  expect((await step('complete', { outcome: 'satisfied' })).status).toBe(409)
  const page = `/follow-ups/${visit.id}/show`
  const officer = await at('officer', page)
  expect(await refusalAt(officer, 'Agree a time')).toMatch(/The patient has not agreed to a visit/)
  await isSound(officer)
  await officer.picture('story-visit-refused-en')

  await at('officer', `/cases/${matter.id}/show`)
  await officer.page.getByRole('button', { name: 'Write down a contact' }).click()
  await officer.page.getByLabel(/^What was said/).fill('She agreed that a nurse looks at the wound at home.')
  await send(officer, 'Save')
  await at('officer', page)
  await takeStep(officer, 'Consent', async () => {
    await choose(officer, /^What the patient said to a visit/, 'Agreed')
    await choose(officer, /^Said in the call/, 'Call')
  })
  const wall = `${dayAfter(today(), 3)}T12:00`
  await takeStep(officer, 'Agree a time', (dialog) => dialog.getByLabel(/^Agreed time/).fill(wall))
  expect(taken(await matter.officer(`GET /api/follow-ups/${visit.id}`))).toMatchObject({
    status: 'scheduled',
    scheduledAt: visitAt,
    consent: { status: 'granted' },
  })
  expect(await refusalAt(officer, 'Complete')).toMatch(/The agreed time is still to come/)
  await isSound(officer)
  await officer.picture('story-visit-en')
  await inArabic(page, 'visit')
})

test('a balance is written off only after the payer has denied it for good, and by two persons', async () => {
  const file = await unansweredFile(product.url)
  const { patientId, encounterId, id: settlementFileId } = file
  const about = { patientId, encounterId, settlementFileId, type: 'coverage-refusal', disputedMinor: 20_000 } as const
  const matter = await newMatter(product.url, 'Hind Omar', about)
  await assessed(matter)
  const page = `/cases/${matter.id}/show`
  const officer = await at('officer', page)
  const offers = sectionOf(officer, 'What may be offered')
  await offers.getByText(/not possible$/).click()
  await offers.getByText(/The payer has not given its final answer yet/).waitFor()
  const writeOff = { caseId: matter.id, remedy: 'write-off', amountMinor: 20_000 }
  const reason = { payerContractCheck: 'allowed', writeOffReason: 'payer-final-denial' }
  const { id: early } = taken(await matter.officer('POST /api/offers', { ...writeOff, ...reason }))
  expect((await matter.officer(`POST /api/offers/${early}/actions/submit`, {})).body.rule).toBe('PAYER_ANSWER_FIRST')
  await matter.officer(`POST /api/offers/${early}/actions/cancel`, { reason: 'Too early.' })

  const accounts = await at('accounts-supervisor', `/settlement-files/${file.id}/show`)
  await takeStep(accounts, 'Final answer of the payer', async (dialog) => {
    await choose(accounts, /^Final answer/, 'Denied for good')
    await dialog.locator('input[type=date]').fill(today())
    await dialog.getByLabel(/^Reference of the payer/).fill('DN-40117')
    await dialog.getByLabel(/^Paid by the payer/).fill('0')
  })
  await at('officer', page)
  await offers.getByRole('button', { name: 'Ask: Write-off' }).click()
  const dialog = officer.page.getByRole('dialog')
  await dialog.getByLabel(/^Amount/).fill('200')
  await choose(officer, /^Why it is written off/, 'The payer denied it for good')
  await choose(officer, /^The contract with the payer/, 'Allows it')
  await isSound(officer)
  await officer.picture('story-write-off-en')
  await send(officer, 'Ask for approval')
  const lead = await at('unit-manager', page)
  await takeStep(lead, 'Approve')
  await at('officer', page)
  await takeStep(officer, 'Made to the patient', (form) => form.getByLabel(/^How it was made/).fill('By phone'))
  await takeStep(officer, 'Accepted')
  await takeStep(officer, 'Carried out')
  await at('unit-manager', `/settlement-files/${file.id}/show`)
  await sectionOf(lead, 'Balance').getByRole('link', { name: 'Write-off' }).waitFor()
  await sectionOf(lead, 'Balance').getByText('The payer denied it for good').scrollIntoViewIfNeeded()
  await isSound(lead)
  await lead.picture('story-ledger-en')
  await inArabic(`/settlement-files/${file.id}/show`, 'ledger')
})
