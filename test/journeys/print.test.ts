import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { Statement } from '#shared/entities/statement.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { textOfPages } from '#test/support/formats/browserPaper.ts'
import { eventually } from '#test/support/session.ts'
import { signedIn } from './panel.ts'

let product: UnderTest
let browser: Browser
let address: string

const tomorrow = new Date(Date.now() + 86_400_000).toISOString()

// Long enough for two pages by itself.
const told = (voice: string) => Array.from({ length: 30 }, (_, index) => `${voice} ${index + 1}.`).join('\n')

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  const { officer, siteId, patientId } = await newVisit(product.url)
  const { body } = await officer('POST /api/cases', { ...Case.example, siteId, patientId })
  for (const [side, voice] of [
    ['patient', 'Nobody told me'],
    ['team', 'The price was on the form'],
  ] as const)
    await officer('POST /api/statements', { ...Statement.example, caseId: body.id, side, narrative: told(voice) })
  const promiseOf = async (text: string) =>
    (await officer('POST /api/promises', { ...CasePromise.example, caseId: body.id, text, dueAt: tomorrow })).body.id
  await promiseOf('We will call you tomorrow.')
  const kept = await promiseOf('We will send the itemised bill.')
  await officer(`POST /api/promises/${kept}/actions/keep`, { evidence: 'Sent by mail.' })
  await officer('POST /api/offers', { caseId: body.id, remedy: 'explanation', note: 'By the head nurse.' })
  address = `/cases/${body.id}/show`
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('a case prints whole, on as many pages as it needs', async () => {
  const panel = await signedIn(browser, product.url, 'officer', { theme: 'dark' })
  await panel.open(address)
  const pages = textOfPages(await panel.page.pdf({ format: 'A4' }))
  expect(pages.length).toBeGreaterThan(1)
  const paper = pages.join('\n')
  const whole = ['Nobody told me 30.', 'The price was on the form 30.', 'Clocks', 'What happened', 'printed by']
  const kept = ['We will call you tomorrow.', 'We will send the itemised bill.', 'Explanation']
  for (const words of [...whole, ...kept]) expect(paper).toContain(words)
  for (const words of ['Main menu', 'Hand over', 'Call for help']) expect(paper).not.toContain(words)
})

test('it prints in the language of the reader, from right to left', async () => {
  const panel = await signedIn(browser, product.url, 'officer', { language: 'ar' })
  const { page } = panel
  await panel.open(address)
  await page.emulateMedia({ media: 'print' })
  await page.getByText('طبعه').waitFor()
  await page.getByRole('heading', { name: 'يقول المريض' }).waitFor()
  // What is folded up on the screen is on the paper, too.
  const ended = page.getByRole('main').locator('details > ul').first()
  expect(await ended.evaluate((list) => list.checkVisibility())).toBe(true)
  const [height, hidden] = await page.evaluate(() => [
    document.documentElement.scrollHeight,
    document.querySelector('main')?.scrollHeight,
  ])
  expect(hidden).toBeLessThanOrEqual(height ?? 0)
  expect(await page.getByRole('button').count()).toBe(0)
})

test.each(['en', 'ar'] as const)('in %s, a list prints every row that it shows', async (language) => {
  const { officer, siteId } = await newVisit(product.url)
  const numbers = Array.from({ length: 18 }, (_, index) => `${language}-${index + 10}`)
  for (const memberNumber of numbers)
    await officer('POST /api/patients', { ...Patient.example, siteId, name: `Printed ${memberNumber}`, memberNumber })
  const filter = encodeURIComponent(JSON.stringify({ q: `Printed ${language}` }))
  await eventually(
    async () => (await officer(`GET /api/patients?filter=${filter}`)).body,
    (rows) => rows.length === numbers.length,
  )
  const { page, open } = await signedIn(browser, product.url, 'officer', { language })
  await open(`/patients?filter=${filter}`)
  await page.getByRole('gridcell', { name: numbers[0] ?? '', exact: true }).waitFor()
  await page.emulateMedia({ media: 'print' })
  const places = await page.getByRole('gridcell').evaluateAll((cells) =>
    cells.map((cell) => ({
      text: cell.textContent,
      isInside: cell.getBoundingClientRect().bottom <= (cell.closest('revo-grid')?.getBoundingClientRect().bottom ?? 0),
    })),
  )
  const printed = places.flatMap(({ text, isInside }) => (isInside ? [text] : []))
  for (const number of numbers) expect(printed).toContain(number)
  expect(await page.getByRole('textbox').count()).toBe(0)
  await page.context().close()
})
