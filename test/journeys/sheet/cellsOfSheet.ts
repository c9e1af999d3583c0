import type { Page } from 'playwright-core'
import { settled } from '#test/journeys/panel.ts'

/** A cell by its column and the place of its row, counted from 0. */
export type CellOfSheet = readonly [column: string, row: number]

/** The cell as the grid draws it. */
export async function cellAt(page: Page, [column, row]: CellOfSheet) {
  const x = await page.locator(`.rgHeaderCell:has([data-column="${column}"])`).getAttribute('data-rgcol')
  return page.locator(`revogr-data [data-rgrow="${row}"] [data-rgcol="${x}"]`)
}

/** Selects a cell, or a range up to another one. */
export async function select(page: Page, from: CellOfSheet, to?: CellOfSheet) {
  await (await cellAt(page, from)).click()
  if (to) await (await cellAt(page, to)).click({ modifiers: ['Shift'] })
  await page.waitForTimeout(60)
}

/** Puts texts into the real clipboard as another program would, and pastes them by the keys. */
export async function paste(page: Page, from: CellOfSheet, texts: { text: string; html?: string }, to?: CellOfSheet) {
  await select(page, from, to)
  await page.evaluate(({ text, html }) => {
    const write = (event: ClipboardEvent) => {
      event.stopImmediatePropagation()
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text)
      if (html) event.clipboardData?.setData('text/html', html)
    }
    window.addEventListener('copy', write, { capture: true, once: true })
    document.execCommand('copy')
  }, texts)
  await page.keyboard.press('ControlOrMeta+v')
  await page.waitForTimeout(150)
  await settled(page)
}
