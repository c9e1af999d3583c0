import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { parseCsv } from '#shared/values/csv.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { readWorkbook } from '#test/support/formats/workbook.ts'
import { type Panel, signedIn } from './panel.ts'
import { saved } from './sheet/download.ts'
import { choose, isSound } from './steps.ts'

let product: UnderTest
let browser: Browser
let site: string
let known: { id: string; memberNumber: string }

/** Cases of the patient who is known. */
const many = 7

beforeAll(async () => {
  product = await productUrl({ demoSize: 40 })
  browser = await openBrowser()
  const { officer, siteId, patientId } = await newVisit(product.url, { name: 'Salma Idris' })
  site = (await officer(`GET /api/sites/${siteId}`)).body.code
  known = (await officer(`GET /api/patients/${patientId}`)).body
  for (let index = 0; index < many; index++) await officer('POST /api/cases', { ...Case.example, siteId, patientId })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const fileOf = (...lines: string[]) => ({
  name: 'patients of the ward.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Name;Site;Member number;Phone;Remark', ...lines].join('\r\n')),
})
const give = ({ page }: Panel, file: ReturnType<typeof fileOf>) => page.setInputFiles('input[type=file]', file)

/** A new patient, one who is known with another name, and one whose phone cannot be. */
const threeRows = () => [
  `Adel Karam;${site};M-${Date.now()};+966501234568;from the ward`,
  `Salma Idris Omar;${site};${known.memberNumber};;`,
  `Noor Sami;${site};M-1-${Date.now()};12;`,
]

test('the filtered list is exported as a file, and its checksum is the one shown', async () => {
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await panel.open(`/cases?filter=${encodeURIComponent(JSON.stringify({ patientId: known.id }))}`)
  await page.getByRole('button', { name: 'More' }).click()
  await panel.picture('transfer-menu-en')
  await isSound(panel)
  await page.getByRole('menuitem', { name: /Export/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /All there are/ }).check()
  await panel.picture('transfer-export-en')
  await isSound(panel)
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await dialog.getByText('The file is ready.').waitFor()
  await panel.picture('transfer-exported-en')
  await isSound(panel)
  const shown = await dialog.locator('code').getAttribute('title')
  const { name, bytes } = await saved(page, 'Download')
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(shown)
  expect(name).toMatch(/^cases-.*\.csv$/)
  const [header = [], ...rows] = parseCsv(bytes.toString('utf8'))
  expect(header.slice(0, 1)).toEqual(['id'])
  expect(rows.map((row) => row[header.indexOf('patientId')])).toEqual(Array(many).fill(known.id))
  await page.context().close()
})

test('a file of patients is imported after a dry run; the invalid row is returned', async () => {
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  await panel.open('/patients')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: /Import/ }).click()
  expect((await saved(page, 'Empty file with these columns')).bytes.toString('utf8')).toContain('memberNumber')
  await give(panel, { ...fileOf(), name: 'patients.ods' })
  await page.getByText(/Save it as XLSX/).waitFor()
  await panel.picture('transfer-file-en')
  await isSound(panel)
  await give(panel, fileOf(...threeRows()))
  await page.getByRole('combobox', { name: 'Field for Remark' }).waitFor()
  await choose(panel, 'Field for Remark', 'Notes')
  await panel.picture('transfer-columns-en')
  await isSound(panel)
  await page.getByRole('button', { name: 'Check' }).dblclick()
  await page.getByText(/Row 4: Phone/).waitFor()
  await page.getByRole('row', { name: /Salma Idris.*→.*Salma Idris Omar/ }).waitFor()
  await panel.picture('transfer-check-en')
  await isSound(panel)
  await page.goBack()
  await page.getByRole('combobox', { name: 'Field for Remark' }).filter({ hasText: 'Notes' }).waitFor()
  await page.goForward()
  await page.getByRole('button', { name: 'Import 2 rows' }).dblclick()
  await page.getByText('3 rows dealt with.').waitFor()
  await panel.picture('transfer-done-en')
  await isSound(panel)
  // It comes back as it was sent, with semicolons.
  const refused = parseCsv((await saved(page, 'Download the refused rows')).bytes.toString('utf8'), ';')
  expect(refused.map((row) => row[0])).toEqual(['Name', 'Noor Sami'])
  await page.getByRole('button', { name: 'Import another file' }).click()
  await give(panel, fileOf(...threeRows()))
  await page.getByText(/^As last time/).waitFor()
  const remark = page.getByRole('combobox', { name: 'Field for Remark' })
  await remark.filter({ hasText: 'Notes' }).waitFor()
  await panel.picture('transfer-again-en')
  await isSound(panel)
  await page.getByRole('button', { name: 'Propose anew' }).click()
  await remark.filter({ hasText: 'Leave out' }).waitFor()
  await panel.open(`/patients?filter=${encodeURIComponent(JSON.stringify({ q: 'Adel' }))}`)
  await page.getByText('Adel Karam').first().waitFor()
  await panel.open('/')
  await page.getByRole('link', { name: /Check of a file · Patients/ }).waitFor()
  await page.getByRole('link', { name: /Import · Patients/ }).click()
  await page.getByText('Row 4').waitFor()
  await panel.picture('transfer-job-en')
  await isSound(panel)
  expect((await saved(page, 'Download the refused rows')).name).toBe('patients-refused.csv')
  await page.context().close()
})

test('a file that no request holds is uploaded, checked and imported, and exported as a workbook', async () => {
  const panel = await signedIn(browser, product.url, 'officer')
  const { page } = panel
  const stamp = Date.now()
  const long = Array.from({ length: 110 }, (_, n) => `Long Row ${n};${site};L-${stamp}-${n};;${'x'.repeat(40_000)}`)
  await panel.open('/patients/import')
  await give(panel, fileOf(...long))
  await page.getByRole('button', { name: 'Propose anew' }).click()
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByRole('button', { name: 'Import 110 rows' }).click()
  await page.getByText('110 rows dealt with.').waitFor()
  await panel.open(`/patients?filter=${encodeURIComponent(JSON.stringify({ q: `L-${stamp}` }))}`)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: /Export/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /XLSX/ }).check()
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await dialog.getByText('The file is ready.').waitFor()
  const { name, bytes } = await saved(page, 'Download')
  const { rows } = readWorkbook(bytes)
  expect(name).toMatch(/^patients-.*\.xlsx$/)
  expect([rows.length, rows[0]?.map(({ text }) => text).includes('Member number')]).toEqual([111, true])
  await isSound(panel)
  await page.context().close()
})

test('import and export work in Arabic, on a dark screen and on a phone', async () => {
  for (const [name, options] of [
    ['ar', { language: 'ar' }],
    ['dark', { theme: 'dark' }],
    ['phone-ar', { language: 'ar', viewport: { width: 390, height: 844 } }],
  ] as const) {
    const panel = await signedIn(browser, product.url, 'officer', options)
    const { page } = panel
    const isWide = async () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    const seen = async (what: string) => {
      await panel.picture(`transfer-${what}-${name}`)
      await isSound(panel)
      expect(await isWide()).toBeLessThanOrEqual(0)
    }
    await panel.open('/patients')
    await page.getByRole('button', { name: /^(More|المزيد)$/ }).click()
    await page.getByRole('menuitem', { name: /Export|تصدير/ }).click()
    await page.getByRole('radio').first().waitFor()
    await seen('export')
    await panel.open('/patients/import')
    await seen('file')
    await give(panel, fileOf(...threeRows()))
    const check = page.getByRole('button', { name: /^(Check|فحص)$/ })
    await check.waitFor()
    // The file before it had the same columns.
    if (name === 'ar') await page.getByRole('button', { name: 'اقتراح جديد' }).click()
    if (name === 'ar') {
      await seen('obstacle')
      await choose(panel, 'خانة العمود Name', 'الاسم')
      await choose(panel, 'خانة العمود Site', 'الموقع')
      await choose(panel, 'خانة العمود Member number', 'رقم العضوية')
      await choose(panel, 'خانة العمود Phone', /^الهاتف/)
      await choose(panel, 'خانة العمود Remark', /^ملاحظات/)
    }
    await seen('columns')
    await check.click()
    await page.getByRole('row', { name: /Adel Karam/ }).waitFor()
    await seen('check')
    await page.context().close()
  }
})
