import { createServer } from 'node:http'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handler } from '#functions/lambdas/survey-page.ts'
import { sendResult } from '#infra/local/server/answer.ts'
import { toContext, toEvent } from '#infra/local/server/event.ts'
import { matchRoute } from '#shared/declaration/routes.ts'
import { openBrowser } from '#test/support/browser.ts'
import { useTable } from '#test/support/table.ts'
import { linked, published, stored } from './scene.ts'

const world = useTable()
let browser: Browser
let surveyId = ''
let isDown = false
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const match = matchRoute(request.method ?? 'GET', new URL(request.url ?? '/', 'http://host').pathname)
  if (!match || !('route' in match)) return response.writeHead(404).end()
  if (isDown && request.method === 'POST')
    return response.writeHead(503, { 'content-type': 'application/problem+json' }).end('{}')
  const event = toEvent(request, Buffer.concat(chunks), { ...match.route, params: match.params })
  sendResult(request, response, await handler(event, toContext('survey-page', 'test', 10_000)))
})

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  browser = await openBrowser()
  surveyId = await published()
}, 60_000)
afterAll(async () => {
  await browser.close()
  server.close()
})

const visitor = async (options: BrowserContextOptions, language = 'en') => {
  const { token, id } = await linked(world().siteId, surveyId)
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.text().includes('Content Security') && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const show = (query: string) => page.goto(`http://127.0.0.1:${port}/s/${token}${query}`)
  await show(`?lang=${language}`)
  return { page, context, id, show, complaints }
}
const choose = (page: Page, question: string, code: string) =>
  page.locator(`input[name="q.${question}"][value="${code}"]`).check()
const send = (page: Page) => page.locator('form button').click()
const heading = (page: Page) => page.locator('h1').textContent()
const eventually = (look: () => Promise<unknown>, value: unknown) => expect.poll(look, { timeout: 10_000 }).toBe(value)
const says = (page: Page, words: RegExp) =>
  expect.poll(() => page.locator('#status').textContent(), { timeout: 10_000 }).toMatch(words)

test('a patient answers in Arabic on a small phone without scripts', async () => {
  const { page, context, id } = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 600 } }, 'ar')
  expect(await page.locator('#f3').isVisible()).toBe(false)
  await choose(page, 'again', 'no')
  expect(await page.locator('#f3').isVisible()).toBe(true)
  await send(page)
  expect(await page.locator('#summary a').count()).toBe(2)
  await choose(page, 'overall', '9')
  await page.locator('textarea[name="q.why"]').fill('موقف السيارات')
  await send(page)
  expect(await heading(page)).toBe('شكرًا لك')
  expect(await stored(id)).toMatchObject({ status: 'answered' })
  await context.close()
})

test('answers are stored on the device, sent again when the server is back, and then removed', async () => {
  const { page, context, id, show, complaints } = await visitor({})
  await choose(page, 'overall', '7')
  await page.locator('#comment').fill('Kept words')
  await show('?lang=ar')
  expect(await page.locator('#comment').inputValue()).toBe('Kept words')
  expect(page.url()).not.toContain('Kept')
  isDown = true
  await send(page)
  await says(page, /^تعذّر/)
  expect(await stored(id)).toMatchObject({ status: 'sent' })
  isDown = false
  await eventually(() => heading(page), 'شكرًا لك')
  expect(await stored(id)).toMatchObject({ status: 'answered' })
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  expect(complaints).toEqual([])
  await context.close()
})

test('the page shows that it is offline, and sends when the connection is back', async () => {
  const { page, context, id } = await visitor({})
  await choose(page, 'overall', '8')
  await context.setOffline(true)
  await send(page)
  await says(page, /offline/)
  await context.setOffline(false)
  await eventually(() => heading(page), 'Thank you')
  expect(await stored(id)).toMatchObject({ status: 'answered' })
  await context.close()
})

test.each([
  ['en', 'light', 1100],
  ['en', 'dark', 390],
  ['ar', 'light', 390],
  ['ar', 'dark', 320],
] as const)(
  '%s, %s, %i pixels: no accessibility fault, no horizontal scrolling, targets of 48 pixels',
  async (language, colorScheme, width) => {
    const { page, context } = await visitor(
      { colorScheme, viewport: { width, height: 800 }, bypassCSP: true },
      language,
    )
    await choose(page, 'again', 'no')
    await send(page)
    await eventually(() => page.evaluate(() => document.activeElement?.id), 'summary')
    await page.evaluate(axe.source)
    const found = await page.evaluate(async () => {
      const tool: unknown = Reflect.get(window, 'axe')
      const { violations } = await (tool as typeof import('axe-core')).run()
      return violations.map(({ id }) => id)
    })
    expect(found).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('.options label, button, nav a')].map((each) => {
        const { width, height } = each.getBoundingClientRect()
        return Math.min(width, height)
      }),
    )
    expect(Math.min(...sizes.filter((size) => size > 0))).toBeGreaterThanOrEqual(48)
    await context.close()
  },
)
