import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test.each([
  ['en', 'Waiting for the insurer', 'Open Sans'],
  ['lv', 'Paldies, ka atnācāt', 'Open Sans'],
  ['ar', 'زيارتك؟', 'Noto Sans Arabic'],
  ['zh', '您对就诊满意吗', 'Noto Sans SC'],
])('the browser draws %s with a font that has the letters', async (language, text, family) => {
  const page = await browser.newPage()
  await page.setContent(`<p lang="${language}" style="font-family: system-ui, sans-serif">${text}</p>`)
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' })
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  expect(fonts.map((font) => font.familyName).filter((name) => !name.startsWith(family))).toEqual([])
  await page.close()
})

test('the browser stays open when a page is closed', async () => {
  const first = await browser.newPage()
  await first.close()
  const second = await browser.newPage()
  await second.setContent('<title>still here</title>')
  expect(await second.title()).toBe('still here')
})
