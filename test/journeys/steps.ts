import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { type Panel, settled } from './panel.ts'

type FillDialog = (dialog: ReturnType<Panel['page']['getByRole']>) => Promise<unknown>

/** Takes a step by its button: fills its dialog, sends it, and waits until the page says so. */
export async function takeStep(panel: Panel, name: string, fill: FillDialog = async () => {}): Promise<void> {
  const { page } = panel
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await fill(dialog)
  await send(panel, name)
}

/** Sends the dialog that is open by its button, and waits until the page has settled. */
export async function send({ page }: Panel, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await settled(page)
}

/** The sentence at the button of a step that cannot be taken now. */
export async function refusalAt({ page }: Panel, name: string): Promise<string> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).hover()
  const sentence = await page.getByRole('tooltip').innerText()
  await page.mouse.move(0, 0)
  return sentence
}

/** A section of a page by its heading. */
export const sectionOf = ({ page }: Panel, name: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) })

/** Chooses in a select by its label; a click that came while the page was still moving is made again, as a person would. */
export async function choose({ page }: Panel, label: RegExp | string, option: RegExp | string): Promise<void> {
  const choice = page.getByRole('option', { name: option }).first()
  const select = page.getByRole('combobox', { name: label })
  // A list of the system is no part of the page: its option is chosen by its value.
  if ((await select.evaluate(({ tagName }) => tagName)) === 'SELECT') {
    await select.selectOption((await choice.getAttribute('value')) ?? '')
    await page.waitForTimeout(150)
    return
  }
  for (let attempt = 1; attempt <= 4; attempt++) {
    await select.click()
    const isOpen = await choice.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    )
    if (isOpen) break
    if ((await page.getByRole('listbox').count()) > 0) await page.keyboard.press('Escape')
  }
  await choice.click()
  await page.waitForTimeout(150)
}

/** Expects a page without faults of axe and without errors of scripts. */
export async function isSound(panel: Panel): Promise<void> {
  expect(await panel.faults()).toEqual([])
  expect(panel.errors).toEqual([])
}
