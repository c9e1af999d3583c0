import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '#test/support/browser.ts'
import { pageWith } from './bundle.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await pageWith(browser, './copiedBack.ts')
}, 60_000)
afterAll(() => browser?.close())

test.each([
  { locale: 'en', zone: 'Asia/Riyadh', currency: 'SAR', count: 1000 },
  { locale: 'ar', zone: 'Asia/Riyadh', currency: 'KWD', count: 1000 },
  { locale: 'it', zone: 'Europe/Rome', currency: 'EUR', count: 100 },
  { locale: 'lv', zone: 'Europe/Riga', currency: 'EUR', count: 100 },
  { locale: 'zh', zone: 'Asia/Shanghai', currency: 'JPY', count: 100 },
])(
  'what is copied in $locale and pasted again changes nothing, and anywhere else is what it was',
  async ({ count, ...place }) => {
    const outcome = await page.evaluate(([place, count]) => Reflect.get(window, 'tested').copiedBack(place, count), [
      place,
      count,
    ] as const)
    expect(outcome).toBe(`${count} sheets`)
  },
)
