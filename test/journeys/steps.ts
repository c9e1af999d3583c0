import { expect } from 'vitest'
import { type Panel, settled } from './panel.ts'

type Filling = (dialog: ReturnType<Panel['page']['getByRole']>) => Promise<unknown>

/** Takes a step by its button: fills its dialog, sends it, and waits until the page says so. */
export async function takeStep({ page }: Panel, name: string, fill: Filling = async () => {}): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await settled(page)
}

/** Chooses in a select by its label. */
export async function choose(panel: Panel, label: RegExp | string, option: RegExp | string): Promise<void> {
  await panel.page.getByRole('combobox', { name: label }).click()
  await panel.page.getByRole('option', { name: option }).first().click()
  await panel.page.waitForTimeout(150)
}

/** The page stands without a fault of axe's and without an error of its own. */
export async function isSound(panel: Panel): Promise<void> {
  expect(await panel.faults()).toEqual([])
  expect(panel.errors).toEqual([])
}
