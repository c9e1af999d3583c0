import type { CDPSession, Page } from 'playwright-core'

/** What a person at the keyboard sees of a sheet. */
interface SheetState {
  /** The focused cell, as the name of its column and the number of its row; undefined when no cell is focused. */
  readonly at: string | undefined
  /** The first and the last selected row, and how many columns are selected. */
  readonly range: readonly [firstRow: number, lastRow: number, columns: number] | undefined
  /** The text in the editor that is open. */
  readonly editor: string | undefined
  /** The text of a composition that is seen over the cell. */
  readonly composition: string | undefined
}

/** Read in the page as a text, since a compiler may add calls of its own to functions. */
const readState = `(async () => {
  const grid = document.querySelector('revo-grid')
  const [focused, range] = await Promise.all([grid.getFocused(), grid.getSelectedRange()])
  return {
    at: focused ? String(focused.column.prop) + ' ' + focused.cell.y : undefined,
    range: range ? [range.y, range.y1, range.x1 - range.x + 1] : undefined,
    editor: document.querySelector('revogr-edit input')?.value,
    composition: document.querySelector('.sheet-input.is-composing')?.value,
  }
})()`

/** A sheet that is used by the keyboard alone. */
export class SheetKeys {
  private constructor(
    readonly page: Page,
    private readonly devtools: CDPSession,
  ) {}

  static async of(page: Page): Promise<SheetKeys> {
    return new SheetKeys(page, await page.context().newCDPSession(page))
  }

  state(): Promise<SheetState> {
    return this.page.evaluate(readState)
  }

  /** Comes into the sheet by Tab. */
  async enter(): Promise<void> {
    const isInside = () => this.page.evaluate(() => document.activeElement?.className === 'sheet-input')
    for (let presses = 0; presses < 60 && !(await isInside()); presses++) await this.page.keyboard.press('Tab')
    await this.rest()
  }

  /** Presses keys one after the other and waits until the sheet rests. */
  async press(...keys: string[]): Promise<SheetState> {
    for (const key of keys) await this.page.keyboard.press(key)
    await this.rest()
    return this.state()
  }

  /** Types as fast as a machine, and ends with a key. */
  async type(text: string, ...keys: string[]): Promise<SheetState> {
    await this.page.keyboard.type(text)
    return this.press(...keys)
  }

  /** Types by an input method: its keys, the texts on the way, and keys that choose within its list. */
  async compose(texts: readonly string[], keys: readonly string[] = []): Promise<SheetState> {
    for (const text of texts) {
      await this.#pressInComposition('KeyN')
      const end = text.length
      await this.devtools.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end })
    }
    for (const key of keys) await this.#pressInComposition(key)
    await this.rest()
    return this.state()
  }

  /** Ends a composition with the text that was chosen. */
  async commit(text: string): Promise<SheetState> {
    await this.devtools.send('Input.insertText', { text })
    await this.rest()
    return this.state()
  }

  /** The text of a cell. */
  async text(column: string, row: number): Promise<string> {
    const x = await this.page.locator(`.rgHeaderCell:has([data-column="${column}"])`).getAttribute('data-rgcol')
    return this.page.locator(`revogr-data [data-rgrow="${row}"] [data-rgcol="${x}"]`).innerText()
  }

  /** Waits until moves, editors and saving are over. */
  async rest(): Promise<void> {
    await this.page.waitForTimeout(120)
    await this.page.locator('.sheet-input[aria-busy]').waitFor({ state: 'detached' })
    await this.page.waitForTimeout(50)
    await this.page.locator('.rgCell.is-pending').first().waitFor({ state: 'detached' })
  }

  async #pressInComposition(code: string): Promise<void> {
    // Browsers give every key of a composition this one number.
    const key = { windowsVirtualKeyCode: 229, key: 'Process', code }
    await this.devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
    await this.devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }
}
