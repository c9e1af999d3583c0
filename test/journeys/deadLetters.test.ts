import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { writeDeadLetter } from '#functions/platform/jobs/deadLetters.ts'
import { openBrowser, type Product, startProduct } from '#test/support/browser.ts'
import { freshTable, startEngine } from '#test/support/engine.ts'
import { eventually } from '#test/support/session.ts'
import { testEnvironment } from '#test/support/table.ts'
import { type Panel, settled, signedIn } from './panel.ts'
import { choose, isSound, takeStep } from './steps.ts'

let product: Product
let browser: Browser

/** The event of a new job, which could not be put into the queue when it was, and can be by now. */
async function fail(number: number): Promise<void> {
  const id = `job_01ARZ3NDEKTSV4RRFFQ69G${String(number).padStart(4, '0')}`
  const change = { resource: 'jobs', action: 'create', changed: ['kind'], version: 1, actorId: 'redress' }
  const event = { ...change, id, eventId: `${id}#1`, at: '2026-11-20T05:58:00.000Z' }
  const [firstFailedAt, lastFailedAt] = ['2026-11-20T05:58:01.000Z', `2026-11-20T08:1${number}:00.000Z`]
  const failure = { consumer: 'queue-job', attempts: 12, reason: 'ServiceFault' }
  await writeDeadLetter(event, { ...failure, firstFailedAt, lastFailedAt })
}

beforeAll(async () => {
  const { endpoint } = await startEngine()
  const table = await freshTable(endpoint)
  Object.assign(process.env, testEnvironment(endpoint, table))
  product = await startProduct({ env: { DYNAMODB_ENDPOINT: endpoint, TABLE_NAME: table } })
  for (const number of [1, 2, 3, 4]) await fail(number)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Looks at the list until every failed event shows a state. */
const allAre = async ({ page, open }: Panel, state: string, count: number) => {
  const cells = page.getByRole('gridcell').filter({ hasText: state })
  const look = async () => {
    await open('/dead-letters')
    await page.reload()
    await settled(page)
    return cells.count()
  }
  await eventually(look, (seen) => seen === count)
}

test('an administrator sees what failed and sends it again, one from its page and then all of them', async () => {
  const panel = await signedIn(browser, product.url, 'admin')
  const { page } = panel
  await panel.open('/dead-letters')
  await page.getByText('Start a job').first().waitFor()
  await isSound(panel)
  await panel.picture('dead-letters-en')
  await page.getByText('Start a job').first().click()
  await takeStep(panel, 'Send again')
  await panel.picture('dead-letter-en')
  await isSound(panel)
  await allAre(panel, 'Solved', 1)
  await page.getByRole('button', { name: /Change all that match/ }).click()
  await choose(panel, /What to change/, /Send again/)
  await page.getByRole('button', { name: 'Look first' }).click()
  await panel.picture('dead-letters-bulk-en')
  await page.getByRole('button', { name: /^(Change|Send) .*record/ }).click()
  await allAre(panel, 'Solved', 4)
  await page.context().close()
})

test('on a phone and from right to left it is as good', async () => {
  const viewport = { width: 390, height: 844 }
  const panel = await signedIn(browser, product.url, 'admin', { language: 'ar', viewport, hasTouch: true })
  await panel.open('/dead-letters')
  await panel.page.getByText('بدء عمل').first().waitFor()
  await panel.picture('dead-letters-phone-ar')
  await panel.page.getByText('بدء عمل').first().click()
  await panel.page.waitForURL(/show/)
  await settled(panel.page)
  await panel.page.getByText('ServiceFault').first().waitFor()
  await panel.picture('dead-letter-phone-ar')
  await isSound(panel)
})
