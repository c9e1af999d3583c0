import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Patient } from '#shared/entities/patient.ts'
import { firstRowShown, scrollByBar } from '#test/bench/sheet/scroll.ts'
import { buildSheet } from '#test/bench/sheet/sheetPage.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { settled, signedIn } from '../panel.ts'
import { isSound } from '../steps.ts'
import { SheetKeys } from './sheetKeys.ts'

const languages = ['en', 'ar'] as const
let browser: Browser
let sheet: Awaited<ReturnType<typeof buildSheet>>
let product: UnderTest

beforeAll(async () => {
  browser = await openBrowser()
  sheet = await buildSheet()
  product = await productUrl({})
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  sheet?.remove()
})

test.each(languages)(
  'in %s, a hundred thousand rows are one sheet without pages, and their count is exact',
  async (language) => {
    const page = await sheet.open(browser, 100_000, language)
    const keys = await SheetKeys.of(page)
    await page.getByText(/100,000/).waitFor()
    await keys.enter()
    expect((await keys.press('Control+End')).at).toMatch(/ 99999$/)
    await page.locator('.rgCell:has-text("M-99999")').waitFor()
    expect(await page.locator('.rgCell.is-unread').count()).toBe(0)
    await page.getByText(/99,9\d\d.*100,000.*100,000|100,000/).waitFor()
    // The bar leads to any row, and the rows there are read when the hand rests.
    await scrollByBar(page, 60)
    expect(await firstRowShown(page)).toBe(0)
    await page.locator('.rgCell:has-text("M-0")').first().waitFor()
    expect((await keys.press('Control+Home', 'PageDown')).at).toBe('name 20')
    await page.close()
  },
)

test.each(languages)(
  'in %s, the first column read is shown at first, and those read before stay when one gets wider',
  async (language) => {
    const page = await sheet.open(browser, 1000, language)
    await page.setViewportSize({ width: 900, height: 600 })
    await page.waitForTimeout(400)
    const edgeOf = async (column: string) => {
      const box = await page.locator(`.rgHeaderCell:has([data-column="${column}"])`).boundingBox()
      const { x = 0, y = 0, width = 0 } = box ?? {}
      return {
        start: Math.round(language === 'ar' ? 900 - x - width : x),
        width: Math.round(width),
        y: y + 18,
        end: language === 'ar' ? x + 3 : x + width - 3,
      }
    }
    const [name, number] = [await edgeOf('name'), await edgeOf('memberNumber')]
    expect(name.start).toBeLessThan(60)
    // A column ends where the next one begins to be read; it is drawn wider there.
    const outwards = language === 'ar' ? -1 : 1
    await page.mouse.move(number.end, number.y)
    await page.mouse.down()
    await page.mouse.move(number.end + 30 * outwards, number.y, { steps: 4 })
    await page.mouse.move(number.end + 60 * outwards, number.y, { steps: 4 })
    await page.mouse.up()
    await page.waitForTimeout(400)
    expect(await edgeOf('memberNumber')).toMatchObject({ start: number.start, width: number.width + 60 })
    expect((await edgeOf('name')).start).toBe(name.start)
    await page.close()
  },
)

test.each(languages)(
  'in %s, a row that no longer matches stays, greyed and told, until the list is read again',
  async (language) => {
    const tag = Math.random().toString(36).slice(2, 8)
    const { officer, siteId } = await newVisit(product.url)
    for (const place of [0, 1]) {
      const own = {
        name: `Adel ${place}`,
        memberNumber: `M${place}-${tag}`,
        phone: `+96650000000${place}`,
        language: 'ar',
      }
      await officer('POST /api/patients', { ...Patient.example, ...own, siteId })
    }
    const panel = await signedIn(browser, product.url, 'officer', { language })
    const { page } = panel
    const filter = encodeURIComponent(JSON.stringify({ memberNumber_contains: tag, language: 'ar' }))
    await panel.open(`/patients?filter=${filter}&sort=memberNumber&order=ASC&columns=name,memberNumber,language`)
    const keys = await SheetKeys.of(page)
    await keys.enter()
    await keys.press('End')
    await keys.type(language === 'ar' ? 'الصينية' : 'Chinese', 'Enter')
    const stale = page.locator('.rgCell.is-stale')
    await stale.first().waitFor()
    expect(await keys.text('name', 0)).toBe('Adel 0')
    expect((await stale.first().getAttribute('title'))?.length).toBeGreaterThan(5)
    await isSound(panel)
    await page.getByRole('button', { name: language === 'ar' ? 'تحديث' : 'Refresh', exact: true }).click()
    await settled(page)
    expect([await keys.text('name', 0), await stale.count()]).toEqual(['Adel 1', 0])
    await page.context().close()
  },
)
