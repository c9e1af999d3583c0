import type { Locator, Page } from 'playwright-core'

/** Presses of a key until an element counts as out of reach. */
const mostPresses = 400

/** How an element is reached from where the focus is: it has it, or by the next press of a key. */
type NextKey = 'there' | 'Tab' | 'ArrowDown' | 'ArrowUp'

/** The key that brings the focus nearer to an element: an arrow within a menu, a list or a group of radio buttons, else Tab. */
const nextKeyTo = (locator: Locator): Promise<NextKey> =>
  locator.first().evaluate((element): NextKey => {
    const focused = document.activeElement
    // A label is pressed through the field that it names.
    const target = (element instanceof HTMLLabelElement && element.control) || element
    const active = focused?.getAttribute('aria-activedescendant')
    if (focused === target || (active && active === target.id)) return 'there'
    // A list that is open takes the focus by itself; Tab would close it.
    const isBefore = focused !== null && target.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING
    if (/^(?:menuitem\w*|option)$/.test(target.role ?? ''))
      return isBefore && focused.role === target.role ? 'ArrowUp' : 'ArrowDown'
    if (target.role === 'tab' && target.closest('[role=tablist]')?.contains(focused)) return 'ArrowDown'
    if (target instanceof HTMLInputElement && target.type === 'radio')
      return focused instanceof HTMLInputElement && focused.name === target.name ? 'ArrowDown' : 'Tab'
    const isInside = focused !== null && focused !== document.body && target.contains(focused)
    return isInside ? 'there' : 'Tab'
  })

/** Moves the focus to an element by the keys that a person has; throws where no key leads there. */
async function reach(locator: Locator): Promise<void> {
  await locator.first().waitFor()
  const page = locator.page()
  for (let presses = 0; presses < mostPresses; presses++) {
    const key = await nextKeyTo(locator)
    if (key === 'there') return
    // From cell to cell Tab would go through the whole sheet; Escape leads out.
    if (key === 'Tab' && (await isInSheet(page)) && !(await isOfSheet(locator))) await page.keyboard.press('Escape')
    await page.keyboard.press(key)
    // A list that has just opened takes the focus a moment later.
    if (key !== 'Tab') await page.waitForTimeout(20)
  }
  throw new Error(`No key leads to ${locator}`)
}

const isInSheet = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest('.sheet-grid') !== null)

const isOfSheet = (locator: Locator): Promise<boolean> =>
  locator.first().evaluate((element) => element.closest('.sheet-grid') !== null)

/** The row of the sheet in which an element stands, counted from 0; undefined outside the sheet. */
const rowOf = (locator: Locator): Promise<number | undefined> =>
  locator.first().evaluate((element) => {
    const row = element.closest('revo-grid') && element.closest('[data-rgrow]')?.getAttribute('data-rgrow')
    return row ? Number(row) : undefined
  })

/** Opens the record of a row of the sheet, or selects the row by its box. */
async function pressInSheet(locator: Locator, row: number): Promise<void> {
  const { keyboard } = locator.page()
  await reach(locator.page().locator('.sheet-grid'))
  await keyboard.press('Control+Home')
  for (let index = 0; index < row; index++) await keyboard.press('ArrowDown')
  const isBox = await locator.first().evaluate((element) => element instanceof HTMLInputElement)
  await keyboard.press(isBox ? 'Shift+Space' : 'Control+Enter')
}

/** Does what a click does, by the key that a person presses on such an element. */
async function press(locator: Locator): Promise<void> {
  await locator.first().waitFor()
  const row = await rowOf(locator)
  if (row !== undefined) return pressInSheet(locator, row)
  await reach(locator)
  // What is pressed while the page is still busy does nothing.
  for (const until = Date.now() + 10_000; Date.now() < until && !(await locator.first().isEnabled()); )
    await locator.page().waitForTimeout(50)
  const key = await locator.first().evaluate((element) => {
    const target = (element instanceof HTMLLabelElement && element.control) || element
    if (target.role === 'combobox') return 'ArrowDown'
    return target instanceof HTMLInputElement && /checkbox|radio/.test(target.type) ? 'Space' : 'Enter'
  })
  const page = locator.page()
  await page.keyboard.press(key)
  // As after a click: a form that was sent brings the next page first.
  await page.waitForTimeout(50)
  await page.waitForLoadState()
}

/** The keys that enter a day or a time into the browser's own field, part by part as it stands in American English. */
function partsOf(text: string, type: string | null): string[] | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? []
  const [, hour = '', minute = ''] = /(\d\d):(\d\d)$/.exec(text) ?? []
  const date = [...month, ...day, ...year]
  const clock = [
    ...String(Number(hour) % 12 || 12).padStart(2, '0'),
    ...minute,
    Number(hour) < 12 ? 'ArrowUp' : 'ArrowDown',
  ]
  if (type === 'date') return date
  if (type === 'time') return clock
  return type === 'datetime-local' ? [...date, 'ArrowRight', ...clock] : undefined
}

/** Playwright's pointer, each of whose acts is done by keys instead. */
const acts: Partial<Locator> = {
  async click(this: Locator) {
    await press(this)
  },
  async dblclick(this: Locator) {
    await press(this)
    await this.page().keyboard.press('Enter')
  },
  async check(this: Locator) {
    await reach(this)
    if (!(await this.isChecked())) await this.page().keyboard.press('Space')
  },
  async uncheck(this: Locator) {
    await reach(this)
    if (await this.isChecked()) await this.page().keyboard.press('Space')
  },
  async hover(this: Locator) {
    await reach(this)
  },
  async fill(this: Locator, text: string) {
    await reach(this)
    const { keyboard } = this.page()
    const keys = partsOf(text, await this.first().getAttribute('type'))
    if (keys) {
      for (const key of keys) await keyboard.press(key)
      return
    }
    await keyboard.press('ControlOrMeta+a')
    if (text === '') await keyboard.press('Delete')
    else await keyboard.insertText(text)
  },
}

/** From now on, in every page of the process, what a test clicks, checks, fills and hovers is done by the keyboard alone. */
export function leavePointer(page: Page): void {
  Object.assign(Object.getPrototypeOf(page.locator('body')), acts)
}
