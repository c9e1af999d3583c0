import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Contract } from '#shared/entities/contract.ts'
import { Coverage } from '#shared/entities/coverage.ts'
import { Payer } from '#shared/entities/payer.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { readClaims } from '#shared/rules/settlements/claimCsv.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { type SignedInCall, signIn } from '#test/support/session.ts'
import { pdfOf, uploadTo } from '#test/support/uploads.ts'
import { type Panel, settled, signedIn } from './panel.ts'
import { choose, isSound, takeStep } from './steps.ts'

let product: UnderTest
let browser: Browser
let clerk: SignedInCall
let file: string
let batch: string

beforeAll(async () => {
  product = await productUrl({ demoSize: 40 })
  browser = await openBrowser()
  const visit = await newVisit(product.url)
  clerk = visit.clerk
  const supervisor = await signIn(product.url, 'accounts-supervisor')
  const create = async (session: SignedInCall, resource: string, body: object) =>
    (await session(`POST /api/${resource}`, body)).body.id
  const payerId = await create(supervisor, 'payers', Payer.example)
  const contractId = await create(supervisor, 'contracts', { ...Contract.example, payerId, siteIds: [visit.siteId] })
  const coverageId = await create(clerk, 'coverages', { ...Coverage.example, payerId, patientId: visit.patientId })
  file = await create(clerk, 'settlement-files', {
    ...SettlementFile.example,
    encounterId: visit.encounterId,
    coverageId,
    contractId,
  })
  batch = await create(clerk, 'batches', {
    siteId: visit.siteId,
    payerId,
    careType: 'out',
    month: visit.serviceOn.slice(0, 7),
  })
  await clerk(`POST /api/settlement-files/${file}/actions/request-record`, {})
  const invoice = { kind: 'invoice', uploadId: await uploadTo(clerk, pdfOf('Invoice'), 'invoice.pdf') }
  await clerk(`POST /api/settlement-files/${file}/actions/add-documents`, { documents: [invoice] })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Opens the page of the file as somebody, and closes that person's window afterwards. */
async function asPerson(person: string, address: string, act: (panel: Panel) => Promise<unknown>): Promise<void> {
  const panel = await signedIn(browser, product.url, person)
  await panel.open(address)
  await act(panel)
  await panel.page.context().close()
}

/** Chooses a file in the dialog of the clerk and says what became of it. */
async function sendIn({ page }: Panel, name: string, buffer: Buffer, sentence: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await dialog.getByText(sentence).waitFor()
}

test('the clerk attaches the report by choosing its file, and it is opened as it was sent', async () => {
  await asPerson('insurance-clerk', `/settlement-files/${file}/show`, async (panel) => {
    const { page } = panel
    const report = pdfOf('The report of Dr. Lina Aziz')
    await takeStep(panel, 'Receive record', async (dialog) => {
      await dialog.getByRole('button', { name: /^Add/ }).click()
      await choose(panel, 'Kind', 'Medical report')
      await sendIn(panel, 'program.pdf', Buffer.from('MZ is a program'), '“program.pdf” is no PDF')
      await panel.picture('panel-upload-refused-en')
      await sendIn(panel, 'report.pdf', report, 'report.pdf has arrived')
      await panel.picture('panel-upload-en')
    })
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Open report.pdf' }).click()
    const chunks: Buffer[] = []
    for await (const chunk of await (await download).createReadStream()) chunks.push(Buffer.from(chunk))
    expect(Buffer.concat(chunks)).toEqual(report)
    await isSound(panel)
  })
})

test('three people price, verify and approve; the person who priced the file cannot verify it', async () => {
  const address = `/settlement-files/${file}/show`
  await asPerson('everyone', address, async (panel) => {
    const { page } = panel
    await page.getByRole('main').getByRole('button', { name: 'Estimate', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Code').first().fill('CONS')
    await dialog.getByLabel('Service', { exact: true }).first().fill('Consultation, dermatology')
    await dialog.getByLabel('Category').first().fill('consultation')
    await dialog.getByLabel('Quantity').first().fill('1')
    await dialog.getByLabel('Unit price').first().fill('250.00')
    await dialog.getByText('180.00').first().waitFor()
    await dialog.getByRole('button').last().click()
    await dialog.waitFor({ state: 'detached' })
    await settled(page)
    await page.getByRole('button', { name: 'Verify', exact: true }).hover()
    await page
      .getByRole('tooltip')
      .filter({ hasText: /person/i })
      .waitFor()
  })
  await asPerson('accounts-supervisor', address, (panel) => takeStep(panel, 'Verify'))
  await asPerson('services-manager', address, async (panel) => {
    await takeStep(panel, 'Approve')
    await panel.picture('panel-file-en')
    await isSound(panel)
  })
})

test('the batch takes the file and is sealed, and the download equals the sealed file', async () => {
  await asPerson('insurance-clerk', `/batches/${batch}/show`, async (panel) => {
    const { page } = panel
    await page.getByLabel(/Choose all/).check()
    await page.getByRole('button', { name: /^Add/ }).click()
    await settled(page)
    await takeStep(panel, 'Seal')
    await takeStep(panel, 'Export')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download' }).click()
    const chunks: Buffer[] = []
    for await (const chunk of await (await download).createReadStream()) chunks.push(Buffer.from(chunk))
    const bytes = Buffer.concat(chunks)
    const { exports, totals } = (await clerk(`GET /api/batches/${batch}`)).body
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(exports[0].sha256)
    expect(readClaims(bytes.toString('utf8'))).toHaveLength(totals.lines)
    expect(totals).toMatchObject({ files: 1, grossMinor: 25_000, payerShareMinor: 18_000 })
    await panel.picture('panel-batch-en')
    await isSound(panel)
  })
})
