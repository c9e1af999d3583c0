import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { type Panel, settled, signedIn } from '#test/journeys/panel.ts'
import { isSound, send } from '#test/journeys/steps.ts'
import { openBrowser } from '#test/support/browser.ts'
import { signIn } from '#test/support/session.ts'

const languages = ['en', 'ar'] as const
let product: UnderTest
let browser: Browser

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  const { siteId, patientId, officer } = await newVisit(product.url)
  for (const type of ['complaint', 'complaint', 'payment-refusal']) {
    const { body } = await officer('POST /api/cases', { ...Case.example, type, siteId, patientId })
    if (type === 'payment-refusal')
      await officer(`POST /api/cases/${body.id}/actions/withdraw`, { reason: 'Settled at the desk' })
  }
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const words = {
  en: {
    view: /^View:/,
    all: 'All',
    saveAs: 'Save as a view…',
    settings: 'Name and sharing…',
    saveView: 'Save the changes of the view',
    reset: 'Undo the changes',
    remove: 'Delete the view',
    copy: 'Copy link',
    name: 'Name',
    share: 'Who sees it',
    first: 'The list opens with it for this role',
    save: 'Save',
    undo: 'Undo',
    columns: 'Columns',
    rows: 'Height of rows',
    colour: 'Colour rows by',
    pin: 'Keep Type in place while scrolling',
    unpin: 'Let it scroll with the others',
    group: 'Status',
    fold: 'Show or hide the groups',
    changed: 'Changed',
  },
  ar: {
    view: /^العرض:/,
    all: 'الكل',
    saveAs: 'حفظ كعرض…',
    settings: 'الاسم والمشاركة…',
    saveView: 'حفظ تغييرات العرض',
    reset: 'التراجع عن التغييرات',
    remove: 'حذف العرض',
    copy: 'نسخ الرابط',
    name: 'الاسم',
    share: 'من يراه',
    first: 'تُفتح به القائمة لهذا الدور',
    save: 'حفظ',
    undo: 'تراجع',
    columns: 'الأعمدة',
    rows: 'ارتفاع الصفوف',
    colour: 'تلوين الصفوف حسب',
    pin: 'تثبيت النوع عند التمرير',
    unpin: 'إلغاء تثبيت العمود',
    group: 'الوضع',
    fold: 'إظهار المجموعات أو إخفاؤها',
    changed: 'تغيّر',
  },
} as const

const open = (person: string, language: keyof typeof words, more = {}) =>
  signedIn(browser, product.url, person, {
    language,
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1280, height: 800 },
    ...more,
  })
const picker = ({ page }: Panel, language: keyof typeof words) =>
  page.getByRole('button', { name: words[language].view })
const complaints = `filter=${encodeURIComponent('{"type":"complaint"}')}`
const rows = ({ page }: Panel) => page.locator('revogr-viewport-scroll.rgCol revogr-data .rgRow')

/** Expects the list to be this view, with so many records. */
async function isShown(panel: Panel, language: keyof typeof words, name: string, count: number): Promise<void> {
  const seen = async () => [await picker(panel, language).innerText(), await rows(panel).count()]
  await expect.poll(seen, { timeout: 15_000 }).toEqual([name, count])
}

/** Takes an entry of the menu of views, by keyboard where it is in the first places. */
async function choose(panel: Panel, language: keyof typeof words, entry: string): Promise<void> {
  await picker(panel, language).press('Enter')
  await panel.page.getByRole('menuitem', { name: entry }).first().press('Enter')
  await settled(panel.page)
}

/** Saves the open list as a view under a name, shared with a role where one is named. */
async function saveAs(panel: Panel, language: keyof typeof words, name: string, role?: string): Promise<void> {
  const own = words[language]
  await choose(panel, language, own.saveAs)
  const dialog = panel.page.getByRole('dialog')
  await dialog.getByLabel(own.name).fill(name)
  if (role) {
    await dialog.getByLabel(own.share).selectOption(role)
    await dialog.getByLabel(own.first).check()
  }
  expect(await panel.faults()).toEqual([])
  await send(panel, own.save)
}

test.each(languages)('%s: a view is saved, changed, put back, renamed, deleted and brought back', async (language) => {
  const own = words[language]
  const panel = await open('officer', language)
  await panel.open(`/cases?${complaints}`)
  await saveAs(panel, language, 'Complaints only')
  await isShown(panel, language, 'Complaints only', 2)
  const saved = panel.page.url()
  await panel.page.goto(saved.replace(encodeURIComponent('complaint'), encodeURIComponent('payment-refusal')))
  await panel.page.getByText(own.changed, { exact: true }).waitFor()
  await panel.page.getByRole('button', { name: own.reset }).click()
  await settled(panel.page)
  await isShown(panel, language, 'Complaints only', 2)
  expect(panel.page.url()).toBe(saved)
  await panel.page.goto(`${saved}&sort=status&order=ASC`)
  await panel.page.getByRole('button', { name: own.saveView }).click()
  await panel.page.getByText(own.changed, { exact: true }).waitFor({ state: 'detached' })
  await choose(panel, language, own.settings)
  await panel.page.getByRole('dialog').getByLabel(own.name).fill('Renamed')
  await send(panel, own.save)
  await isShown(panel, language, 'Renamed', 2)
  await choose(panel, language, own.remove)
  await isShown(panel, language, own.all, 2)
  await panel.page.locator('.MuiSnackbar-root').getByRole('button', { name: own.undo }).click()
  await settled(panel.page)
  await choose(panel, language, 'Renamed')
  await isShown(panel, language, 'Renamed', 2)
  await choose(panel, language, own.remove)
  await isSound(panel)
  await panel.page.context().close()
})

test.each(languages)(
  '%s: a list opens with the view of a role, and the whole list is one choice away',
  async (language) => {
    const own = words[language]
    const lead = await open('unit-manager', language)
    await lead.open(`/cases?${complaints}&group=status`)
    await saveAs(lead, language, `First ${language}`, 'officer')
    const officer = await open('officer', language)
    await officer.open('/cases')
    await isShown(officer, language, `First ${language}`, 2)
    await choose(officer, language, own.all)
    await isShown(officer, language, own.all, 3)
    await officer.page.goBack()
    await isShown(officer, language, `First ${language}`, 2)
    await isSound(officer)
    await choose(lead, language, own.remove)
    await Promise.all([lead, officer].map(({ page }) => page.context().close()))
  },
)

test.each(languages)(
  '%s: a copied link opens the same list for somebody who may not see the view',
  async (language) => {
    const own = words[language]
    const officer = await open('officer', language)
    await officer.open(
      `/cases?${complaints}&sort=type&order=ASC&columns=number,type,status&pinned=number&density=roomy&colour=status`,
    )
    await saveAs(officer, language, 'My own')
    await choose(officer, language, own.copy)
    const link = await officer.page.evaluate(() => navigator.clipboard.readText())
    expect(link).toContain('view=view_')
    const director = await open('director', language)
    await director.page.goto(link)
    await isShown(director, language, own.all, 2)
    expect(new URLSearchParams(director.page.url().split('?')[1]).get('columns')).toBe('number,type,status')
    const height = await director.page
      .locator('revogr-data .rgRow')
      .first()
      .evaluate((row) => row.clientHeight)
    expect(height).toBeGreaterThan(40)
    await choose(officer, language, own.remove)
    await isSound(director)
    await Promise.all([officer, director].map(({ page }) => page.context().close()))
  },
)

test.each(languages)('%s: columns, pins, density and colour are there on another machine', async (language) => {
  const own = words[language]
  const panel = await open('director', language)
  await panel.open('/cases')
  await panel.page.getByRole('button', { name: own.columns, exact: true }).click()
  const dialog = panel.page.getByRole('dialog')
  await dialog.getByLabel(own.rows).selectOption('compact')
  await dialog.getByLabel(own.colour).selectOption('status')
  await dialog.getByRole('button', { name: own.pin }).click()
  expect(await panel.faults()).toEqual([])
  await panel.page.keyboard.press('Escape')
  await panel.page.waitForTimeout(1500)
  const other = await open('director', language, { colorScheme: 'dark', theme: 'dark' })
  await other.open('/cases')
  const pinned = other.page.locator('.colPinStart .rgHeaderCell')
  await expect.poll(() => pinned.count(), { timeout: 15_000 }).toBe(2)
  const [box, frame] = [await pinned.last().boundingBox(), await other.page.locator('.sheet-grid').boundingBox()]
  const middle = (frame?.x ?? 0) + (frame?.width ?? 0) / 2
  expect((box?.x ?? 0) < middle).toBe(language === 'en')
  await isSound(other)
  const director = await signIn(product.url, 'director')
  const { body: me } = await director('GET /api/me')
  const { body } = await director(
    `GET /api/preferences?filter=${encodeURIComponent(JSON.stringify({ userId: me.id }))}`,
  )
  const kept = body.find(({ name }: { name: string }) => name === 'columns.cases')
  await director(`POST /api/preferences/${kept.id}/actions/keep`, { value: {} })
  await Promise.all([panel, other].map(({ page }) => page.context().close()))
})

test.each(languages)('%s: the menu of views and a grouped list are sound in light and in dark', async (language) => {
  for (const theme of ['light', 'dark'] as const) {
    const panel = await open('officer', language, { theme })
    await panel.open('/cases?group=status&colour=responseDueAt&pinned=number')
    await isSound(panel)
    if (theme === 'light') await panel.picture(`panel-groups-${language}`)
    await picker(panel, language).press('Enter')
    await panel.page.getByRole('menuitem').first().waitFor()
    await panel.page.waitForTimeout(300)
    await isSound(panel)
    await panel.page.keyboard.press('Escape')
    await panel.page.getByRole('button', { name: words[language].fold }).click()
    await isSound(panel)
    await panel.page.context().close()
  }
})
