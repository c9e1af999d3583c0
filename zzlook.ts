import { createServer } from 'node:http'
import { mkdirSync } from 'node:fs'
import { freshTable, startEngine } from '#test/support/engine.ts'
import { openBrowser } from '#test/support/browser.ts'
const engine = await startEngine()
Object.assign(process.env, { DYNAMODB_ENDPOINT: engine.endpoint, TABLE_NAME: await freshTable(engine.endpoint), AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 't', AWS_SECRET_ACCESS_KEY: 't', CURSOR_SECRET: 'x', TOKEN_PEPPER: 'y', PUBLIC_URL: 'http://localhost', MAIL_FROM: 'a@b.test', LOG: 'off' })
const { seedPeople } = await import('#test/support/people.ts')
const { as } = await import('#test/support/call.ts')
const { toEvent, toContext } = await import('#infra/local/event.ts')
const { handler } = await import('#functions/survey-page/index.ts')
const { matchRoute } = await import('#shared/routes.ts')
const s = { ...(await import('./zzscene.ts')) }
const world = await seedPeople()
let down = false
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const c of request) chunks.push(c as Buffer)
  if (down && request.method === 'POST') { response.writeHead(503, { 'content-type': 'application/problem+json' }).end('{}'); return }
  const url = new URL(request.url ?? '/', 'http://x')
  const match = matchRoute(request.method ?? 'GET', url.pathname)
  if (!match || !('route' in match)) { response.writeHead(404).end(); return }
  const event = toEvent(request, Buffer.concat(chunks), { ...match.route, params: match.params })
  const r = await handler(event as never, toContext('x', 'y', 10000))
  response.writeHead(r.statusCode ?? 200, r.headers as Record<string, string>).end(r.body)
})
await new Promise<void>((d) => server.listen(0, '127.0.0.1', d))
const port = (server.address() as { port: number }).port
const surveyId = await s.published()
const out = '/tmp/sv/png'
mkdirSync(out, { recursive: true })
const browser = await openBrowser()
const base = `http://127.0.0.1:${port}/s/`
const shots: [string, 'en' | 'ar', 'light' | 'dark', number, boolean][] = [
  ['en-light-390', 'en', 'light', 390, false], ['ar-dark-390', 'ar', 'dark', 390, false],
  ['en-dark-320', 'en', 'dark', 320, false], ['ar-light-320', 'ar', 'light', 320, false], ['en-wide', 'en', 'light', 1100, true],
]
for (const [name, lang, scheme, width, js] of shots) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, javaScriptEnabled: js })
  const page = await context.newPage()
  page.on('console', (m) => console.log('console', name, m.text()))
  page.on('pageerror', (e) => console.log('pageerror', name, e.message))
  const { token } = await s.linked(world.siteId, surveyId)
  await page.goto(`${base}${token}?lang=${lang}`)
  await page.screenshot({ path: `${out}/${name}.png`, fullPage: true })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth).catch(() => 'nojs')
  console.log(name, 'overflow', overflow)
  await page.locator('input[name="q.again"][value="no"]').check()
  await page.locator('button').click()
  await page.waitForLoadState()
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${out}/${name}-error.png`, fullPage: true })
  await page.locator('input[name="q.overall"][value="9"]').check()
  await page.locator('textarea[name="q.why"]').fill('x')
  await page.locator('button').click()
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${out}/${name}-thanks.png`, fullPage: true })
  console.log(name, await page.locator('h1').textContent())
  await context.close()
}
// script behaviour: draft, failing post, retry
{
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  page.on('console', (m) => console.log('console', m.text()))
  page.on('pageerror', (e) => console.log('pageerror', e.message))
  const { token, id } = await s.linked(world.siteId, surveyId)
  await page.goto(`${base}${token}?lang=en`)
  await page.locator('input[name="q.overall"][value="7"]').check()
  await page.locator('#comment').fill('Kept words')
  await page.goto(`${base}${token}?lang=ar`)
  console.log('draft', await page.locator('input[name="q.overall"][value="7"]').isChecked(), await page.locator('#comment').inputValue(), await page.locator('#status').textContent())
  down = true
  await page.locator('button').click()
  await page.waitForTimeout(500)
  console.log('down:', await page.locator('#status').textContent())
  await page.screenshot({ path: `${out}/busy.png` })
  down = false
  await page.waitForTimeout(4000)
  console.log('up:', await page.locator('h1').textContent(), (await s.stored(id)).status, await page.evaluate(() => Object.keys(localStorage).length))
  // offline
  const b = await s.linked(world.siteId, surveyId)
  await page.goto(`${base}${b.token}?lang=en`)
  await page.locator('input[name="q.overall"][value="7"]').check()
  await context.setOffline(true)
  await page.locator('button').click()
  await page.waitForTimeout(300)
  console.log('offline:', await page.locator('#status').textContent())
  await context.setOffline(false)
  await page.waitForTimeout(2500)
  console.log('online:', await page.locator('h1').textContent(), (await s.stored(b.id)).status)
  // 422 by script
  const c = await s.linked(world.siteId, surveyId)
  await page.goto(`${base}${c.token}?lang=en`)
  await page.locator('button').click()
  await page.waitForTimeout(500)
  console.log('422:', await page.title(), await page.evaluate(() => document.activeElement?.id))
  const { default: axe } = await import('axe-core')
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    for (const t of [c.token, (await s.linked(world.siteId, surveyId)).token]) {
      await page.goto(`${base}${t}?lang=en`)
      const cdp = await context.newCDPSession(page)
      await cdp.send('Page.setBypassCSP', { enabled: true })
      await page.reload()
      await page.evaluate(axe.source)
      const r = await page.evaluate(() => (globalThis as unknown as { axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } }).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
      console.log('axe', scheme, r.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120) + n.failureSummary).join(' | ')}`))
    }
  }
  await context.close()
}
await browser.close()
server.close()
await engine.stop()
process.exit(0)
