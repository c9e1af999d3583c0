import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { eventually, type SignedInCall, signIn } from '#test/support/session.ts'
import { settled, signedIn } from './panel.ts'
import { isSound, takeStep } from './steps.ts'

/** An erasure waits 210 seconds until nothing can be added any more; only a full run waits for its end. */
const isFull = process.env.REDRESS_FULL === '1'

let product: UnderTest
let browser: Browser
let director: SignedInCall
let patientId: string
let caseId: string

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  director = await signIn(product.url, 'director')
  const { siteId, officer, ...visit } = await newVisit(product.url)
  patientId = visit.patientId
  const opened = await officer('POST /api/cases', { ...Case.example, siteId, patientId })
  caseId = opened.body.id
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const patient = async () => (await director(`GET /api/patients/${patientId}`)).body

test('the director exports everything that is held on a patient', { timeout: 120_000 }, async () => {
  const panel = await signedIn(browser, product.url, 'director')
  await panel.open(`/patients/${patientId}/show`)
  await takeStep(panel, 'Export everything')
  const download = panel.page.getByRole('button', { name: /Download/ })
  await download.waitFor()
  await isSound(panel)
  const [file] = await Promise.all([panel.page.waitForEvent('download'), download.click()])
  expect(file.suggestedFilename()).toMatch(/^patient-\d{4}-\d\d-\d\d\.pdf$/)
})

test('an erasure says what it does, is refused while a case is open, and asks to type the number', {
  timeout: 120_000,
}, async () => {
  const panel = await signedIn(browser, product.url, 'director')
  const { page } = panel
  await panel.open(`/patients/${patientId}/show`)
  await takeStep(panel, 'Hold', (dialog) => dialog.getByLabel(/^Reason/).fill('A court asks for it.'))
  await page.getByText('A legal hold keeps this record').first().waitFor()
  await panel.picture('patient-held-en')
  await takeStep(panel, 'Release the hold', (dialog) => dialog.getByLabel(/^Reason/).fill('The court has decided.'))
  await page.getByRole('main').getByRole('button', { name: 'Erase', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: 'Erase', exact: true })
  await dialog.getByLabel(/^Reason/).fill('The patient asks for it.')
  await dialog.getByText(/cannot be undone.*35 days/).waitFor()
  expect(await confirm.isDisabled()).toBe(true)
  await panel.picture('patient-erase-en')
  await isSound(panel)
  await dialog.getByLabel(/Type to confirm/).fill((await patient()).memberNumber)
  await confirm.click()
  await dialog.getByText(/of this patient is still open/).waitFor()
  await director(`POST /api/cases/${caseId}/actions/withdraw`, { reason: 'Settled by word.' })
  await confirm.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(/The erasure of this patient began/).waitFor()
  await panel.picture('patient-erasing-en')
  await isSound(panel)
})

/** What the pages say while an erasure runs, and once it is done. */
const sentences = {
  erasing: { patient: /erasure of this patient began|بدأ محو بيانات هذا المريض/, case: /Erased|محذوف/ },
  erased: {
    patient: /was erased on|مُحي ما كان محفوظًا/,
    case: /patient of this case was erased|مُحيت بيانات مريض هذه الحالة/,
  },
} as const

test('patient, case and list say plainly that the patient is erased, in Arabic too', { timeout: 420_000 }, async () => {
  const state = isFull ? 'erased' : 'erasing'
  if (isFull) await eventually(patient, ({ erasedAt }) => erasedAt !== undefined, 300_000)
  else await eventually(patient, ({ name }) => name !== Patient.example.name)
  for (const [language, viewport] of [
    ['en', { width: 1440, height: 900 }],
    ['ar', { width: 1440, height: 900 }],
    ['ar', { width: 390, height: 844 }],
  ] as const) {
    const panel = await signedIn(browser, product.url, 'director', { language, viewport })
    const size = viewport.width > 500 ? 'wide' : 'phone'
    for (const [name, address, sentence] of [
      ['patient', `/patients/${patientId}/show`, sentences[state].patient],
      ['case', `/cases/${caseId}/show`, sentences[state].case],
      ['patients', '/patients', /Erased|محذوف/],
    ] as const) {
      await panel.open(address)
      await panel.page.getByText(sentence).first().waitFor()
      await settled(panel.page)
      await panel.picture(`${name}-${state}-${language}-${size}`)
      await isSound(panel)
    }
    await panel.page.context().close()
  }
})
