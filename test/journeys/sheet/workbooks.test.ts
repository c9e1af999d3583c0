import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workbookType } from '#shared/values/contentType.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { foreignWorkbook, sheetOf } from '#test/support/formats/foreignWorkbook.ts'
import { readPaper } from '#test/support/formats/paper.ts'
import { type Panel, signedIn } from '../panel.ts'
import { isSound } from '../steps.ts'
import { saved } from './download.ts'

let product: UnderTest
let browser: Browser
let site: string

beforeAll(async () => {
  product = await productUrl({ demoSize: 20 })
  browser = await openBrowser()
  const { officer, siteId } = await newVisit(product.url)
  site = (await officer(`GET /api/sites/${siteId}`)).body.code
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const give = ({ page }: Panel, buffer: Buffer) =>
  page.setInputFiles('input[type=file]', { name: 'patients.xlsx', mimeType: workbookType, buffer })

test.each(['en', 'ar'] as const)(
  'in %s, one of several sheets is chosen, and what it hides is said',
  async (language) => {
    const panel = await signedIn(browser, product.url, 'officer', { language })
    const { page } = panel
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
    const row = (isHidden: boolean, ...texts: string[]) =>
      `<row${isHidden ? ' hidden="1"' : ''}>${texts.map(cell).join('')}</row>`
    const head = row(false, 'name', 'siteId', 'memberNumber', 'birthDate')
    const rows = [1, 2].map((n) => row(n === 2, `Lina ${n}`, site, `S${Date.now()}${n}`, '10/08/2003'))
    const workbook =
      '<workbook><sheets><sheet name="Read me" r:id="rId1"/><sheet name="المرضى" state="hidden" r:id="rId4"/></sheets></workbook>'
    const relations =
      '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId4" Target="worksheets/sheet2.xml"/>'
    const more = { 'xl/worksheets/sheet2.xml': sheetOf(head, ...rows) }
    const buffer = await foreignWorkbook({ sheet: sheetOf(row(false, 'Hello')), workbook, relations, more })
    await panel.open('/patients/import')
    await give(panel, buffer)
    await page.getByRole('radio', { name: /المرضى/ }).check()
    await panel.picture(`transfer-sheets-${language}`)
    await isSound(panel)
    await page.getByRole('button', { name: /this sheet|بهذه الورقة/ }).click()
    await page.getByText(/1 hidden row is taken too|يُستورد صف مخفي أيضًا/).waitFor()
    await isSound(panel)
    await page.getByRole('button', { name: /^(Check|فحص)$/ }).click()
    await page.getByRole('row', { name: /Lina 2/ }).waitFor()
    await page.context().close()
  },
)

test('a workbook is imported as it is, and the list exported as a PDF in the reader’s language', async () => {
  const panel = await signedIn(browser, product.url, 'officer', { language: 'ar' })
  const { page } = panel
  const stamp = `W${Date.now()}`
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (...texts: string[]) => `<row>${texts.map(cell).join('')}</row>`
  const head = row('name', 'siteId', 'memberNumber')
  const sheet = sheetOf(head, row('نورة القحطاني', site, `${stamp}1`), row('王小明', site, `${stamp}2`))
  await panel.open('/patients/import')
  await give(panel, await foreignWorkbook({ sheet }))
  await page.getByRole('button', { name: 'فحص' }).click()
  await page
    .getByRole('button', { name: /استيراد/ })
    .last()
    .click()
  await page.getByText(/عولجت الصفوف/).waitFor()
  await panel.open(`/patients?filter=${encodeURIComponent(JSON.stringify({ q: stamp }))}`)
  await page.getByRole('button', { name: 'المزيد' }).click()
  await page.getByRole('menuitem', { name: /تصدير/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /PDF/ }).check()
  await panel.picture('transfer-export-pdf-ar')
  await dialog.getByRole('button', { name: 'تصدير', exact: true }).click()
  await dialog.getByText('الملف جاهز.').waitFor()
  const { name, bytes } = await saved(page, 'تنزيل')
  expect(name).toMatch(/^patients-.*\.pdf$/)
  const said = readPaper(bytes).flatMap((lines) => lines.map(({ text }) => text))
  expect(said).toEqual(expect.arrayContaining(['المرضى', 'نورة القحطاني', '王小明', `${stamp}2`]))
  await page.context().close()
})
