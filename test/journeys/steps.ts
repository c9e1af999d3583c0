import { expect } from 'vitest'
import { type Panel, settled } from './panel.ts'

type FillDialog = (dialog: ReturnType<Panel['page']['getByRole']>) => Promise<unknown>

/** Takes a step by its button: fills its dialog, sends it, and waits until the page says so. */
export async function takeStep({ page }: Panel, name: string, fill: FillDialog = async () => {}): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await settled(page)
}

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
