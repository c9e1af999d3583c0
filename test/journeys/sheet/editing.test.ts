import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Patient } from '#shared/entities/patient.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { type Panel, signedIn } from '../panel.ts'
import { isSound } from '../steps.ts'
import { SheetKeys } from './sheetKeys.ts'

let product: UnderTest
let browser: Browser
let visit: Awaited<ReturnType<typeof newVisit>>

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  visit = await newVisit(product.url)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const languages = ['en', 'ar'] as const
/** One person a language, who goes from sheet to sheet. */
const panels = new Map<string, Promise<Panel>>()
const columns = ['name', 'memberNumber', 'phone', 'language', 'birthDate', 'createdAt']

/** Three patients of their own in a sheet, which the focus has come into by Tab. */
async function sheetOf(language: (typeof languages)[number]) {
  const tag = Math.random().toString(36).slice(2, 8)
  const ids: string[] = []
  for (const place of [0, 1, 2]) {
    const own = { name: `Adel ${place}`, memberNumber: `M${place}-${tag}`, phone: `+96650000000${place}` }
    const { body } = await visit.officer('POST /api/patients', { ...Patient.example, ...own, siteId: visit.siteId })
    ids.push(body.id)
  }
  const opened = panels.get(language) ?? signedIn(browser, product.url, 'officer', { language })
  panels.set(language, opened)
  const panel = await opened
  const filter = encodeURIComponent(JSON.stringify({ memberNumber_contains: tag }))
  await panel.open(`/patients?filter=${filter}&sort=memberNumber&order=ASC&columns=${columns.join()}`)
  const keys = await SheetKeys.of(panel.page)
  await panel.page.locator('[data-sheet-search] input').focus()
  await keys.enter()
  // The focus comes back to where it was in the sheet before.
  await keys.press('Control+Home')
  const stored = async (row: number): Promise<Patient> => (await visit.officer(`GET /api/patients/${ids[row]}`)).body
  return { panel, keys, tag, stored }
}

test.each(languages)(
  'in %s, a cell is edited by typing, F2 and Enter, and the keys go on in reading order',
  async (language) => {
    const { panel, keys, tag, stored } = await sheetOf(language)
    expect((await keys.state()).at).toBe('name 0')
    // Typing replaces what the cell holds, Enter goes below, and nothing typed meanwhile is lost.
    expect((await keys.type('Huda Nasser', 'Enter')).at).toBe('name 1')
    const { keyboard } = keys.page
    await keyboard.type('Lina')
    await keyboard.press('Tab')
    expect((await keys.type(`X-${tag}`, 'Tab')).at).toBe('phone 1')
    expect([await stored(0), await stored(1)]).toMatchObject([
      { name: 'Huda Nasser' },
      { name: 'Lina', memberNumber: `X-${tag}` },
    ])
    // F2 goes on behind the last letter, Escape keeps the old value.
    await keys.press('Shift+Tab', 'Shift+Tab', 'F2')
    expect(await keys.type(' Aziz', 'Shift+Enter')).toMatchObject({ at: 'name 0', editor: undefined })
    expect(await keys.press('Enter', 'x', 'Escape')).toMatchObject({ at: 'name 0', editor: undefined })
    expect([(await stored(0)).name, (await stored(1)).name]).toEqual(['Huda Nasser', 'Lina Aziz'])
    expect(panel.errors).toEqual([])
  },
)

test.each(languages)(
  'in %s, arrows move where they point, and Tab leads through all rows and out',
  async (language) => {
    const { keys, panel } = await sheetOf(language)
    const [onwards, back] = language === 'ar' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
    expect((await keys.press(onwards, onwards, back)).at).toBe('memberNumber 0')
    expect((await keys.press('End', 'Tab')).at).toBe('name 1')
    expect((await keys.press('Shift+Tab')).at).toBe('createdAt 0')
    expect((await keys.press('Home')).at).toBe('name 0')
    expect((await keys.press('Control+End')).at).toBe('createdAt 2')
    expect((await keys.press(`Control+${back}`)).at).toBe('name 2')
    expect((await keys.press('Control+ArrowUp', 'PageDown')).at).toBe('name 2')
    // Nobody is kept in: Escape, and Tab leads on or back.
    const isOutside = () => panel.page.evaluate(() => document.activeElement?.closest('.sheet-grid') === null)
    await keys.press('Escape', 'Tab')
    expect(await isOutside()).toBe(true)
    expect((await keys.press('Shift+Tab')).at).toBe('name 2')
    await keys.press('Escape', 'Shift+Tab')
    expect(await isOutside()).toBe(true)
  },
)

test.each(languages)('in %s, choices, days and refused entries are edited by keyboard alone', async (language) => {
  const { keys, panel, stored } = await sheetOf(language)
  await keys.press('Tab', 'Tab', 'Tab')
  const [some, chinese] = language === 'ar' ? ['الصي', 'الصينية'] : ['chin', 'Chinese']
  expect((await keys.type(some, 'Tab')).at).toBe('birthDate 0')
  expect(await keys.text('language', 0)).toContain(chinese)
  // A day is typed in any form, or taken from the calendar.
  await keys.type('3/11/1990', 'Enter')
  await keys.press('F2', 'ArrowRight')
  await isSound(panel)
  await keys.type('', 'Escape')
  expect(await stored(0)).toMatchObject({ language: 'zh', birthDate: '1990-11-03' })
  // An impossible day is refused in its cell, which keeps what was typed and says why.
  await keys.type('31/2/1990', 'Enter')
  const refused = panel.page.locator('.rgCell.is-failed')
  expect(await refused.innerText()).toBe('31/2/1990')
  expect((await refused.getAttribute('title'))?.length).toBeGreaterThan(5)
  await keys.press('ArrowUp')
  expect((await keys.press('F2')).editor).toBe('31/2/1990')
  await keys.press('Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace')
  await keys.press('Backspace', 'Backspace', 'Backspace')
  await keys.type('28/2/1990', 'Enter')
  expect((await stored(1)).birthDate).toBe('1990-02-28')
  await isSound(panel)
})

test.each(languages)('in %s, an input method begins in a focused cell, and its keys belong to it', async (language) => {
  const { keys, panel, stored } = await sheetOf(language)
  // Enter, Tab, Escape and arrows choose within its list; nothing moves, nothing is saved.
  expect(await keys.compose(['n', 'ni', 'nih', 'niha', 'nihao'], ['Enter', 'ArrowDown', 'Tab', 'Escape'])).toEqual({
    at: 'name 0',
    range: [0, 0, 1],
    editor: undefined,
    composition: 'nihao',
  })
  await isSound(panel)
  expect(await keys.commit('你好')).toMatchObject({ at: 'name 0', editor: '你好', composition: undefined })
  // A second composition goes on in the editor.
  await keys.compose(['s', 'shi'], ['Enter', 'Backspace'])
  expect((await keys.commit('世')).editor).toBe('你好世')
  expect((await keys.press('Enter')).at).toBe('name 1')
  // An accent is a composition of two keys, and what follows is typed on.
  await keys.compose(['´'])
  await keys.commit('É')
  expect((await keys.type('lie', 'Tab')).at).toBe('memberNumber 1')
  expect([(await stored(0)).name, (await stored(1)).name]).toEqual(['你好世', 'Élie'])
})

test.each(languages)(
  'in %s, a composition that is given up, or of a cell that is fixed, changes nothing',
  async (language) => {
    const { keys, stored } = await sheetOf(language)
    await keys.compose(['x', ''])
    expect(await keys.state()).toMatchObject({ at: 'name 0', editor: undefined, composition: undefined })
    await keys.press('End')
    await keys.compose(['ن', 'نو'])
    expect(await keys.commit('نورة')).toMatchObject({ at: 'createdAt 0', editor: undefined })
    // The next cell begins with an empty hand.
    expect((await keys.press('Home', 'F2')).editor).toBe('Adel 0')
    await keys.press('Escape')
    // A choice is looked for by a composition as well.
    await keys.press('Tab', 'Tab', 'Tab')
    const [part, chosen] = language === 'ar' ? ['الصينية', 'zh'] : ['Chinese', 'zh']
    await keys.compose([part.slice(0, 2)])
    await keys.commit(part)
    await keys.press('Enter')
    expect(await stored(0)).toMatchObject({ name: 'Adel 0', language: chosen })
  },
)

test.each(languages)('in %s, ranges grow by keys, are filled downwards and cleared', async (language) => {
  const { keys, stored } = await sheetOf(language)
  const onwards = language === 'ar' ? 'ArrowLeft' : 'ArrowRight'
  expect((await keys.press(`Shift+${onwards}`, 'Shift+ArrowDown')).range).toEqual([0, 1, 2])
  expect((await keys.press(`Shift+${onwards}`, 'Shift+ArrowUp')).range).toEqual([0, 0, 3])
  expect((await keys.press('Control+Shift+ArrowDown')).range).toEqual([0, 2, 3])
  expect(await keys.press('Shift+End')).toMatchObject({ at: 'name 0', range: [0, 2, columns.length] })
  // The first row goes down, in the names alone.
  await keys.press('Home')
  await keys.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
  expect([(await stored(1)).name, (await stored(2)).name]).toEqual(['Adel 0', 'Adel 0'])
  await keys.press('Tab', 'Tab')
  await keys.press('Shift+ArrowDown', 'Delete')
  expect([(await stored(0)).phone, (await stored(1)).phone]).toEqual([undefined, undefined])
  expect((await stored(2)).phone).toBe('+966500000002')
})
