import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Patient } from '#shared/entities/patient.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { type Panel, settled, signedIn } from '#test/journeys/panel.ts'
import { isSound } from '#test/journeys/steps.ts'
import { openBrowser } from '#test/support/browser.ts'
import { eventually, signIn } from '#test/support/session.ts'
import { cellAt, paste, select } from './cellsOfSheet.ts'

const languages = ['en', 'ar'] as const
let product: UnderTest
let browser: Browser
let visit: Awaited<ReturnType<typeof newVisit>>
const panels = new Map<string, Panel>()

beforeAll(async () => {
  product = await productUrl({ demoSize: 20 })
  browser = await openBrowser()
  visit = await newVisit(product.url)
  for (const language of languages) {
    const panel = await signedIn(browser, product.url, 'officer', { language })
    await panel.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    panels.set(language, panel)
  }
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const unique = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 6)
const columns = ['name', 'memberNumber', 'phone', 'language', 'birthDate', 'createdAt']

/** Some patients of their own, in a sheet in the order of their member numbers. */
async function sheetOf(language: (typeof languages)[number], count: number) {
  const tag = unique()
  const created = Array.from({ length: count }, async (_, place) => {
    const own = { name: `Adel ${tag} ${place}`, memberNumber: `M${place}-${tag}`, phone: `+96650000000${place}` }
    const visitOf = { siteId: visit.siteId, birthDate: '1990-02-28', language: place === 0 ? 'ur' : 'fr' }
    return (await visit.officer('POST /api/patients', { ...Patient.example, ...own, ...visitOf })).body.id
  })
  const ids: string[] = await Promise.all(created)
  const panel = panels.get(language)
  if (!panel) throw new Error(`Nobody is signed in in ${language}`)
  const { page } = panel
  const filter = encodeURIComponent(JSON.stringify({ siteId: visit.siteId, memberNumber_contains: tag }))
  const reader = await signIn(product.url, 'everyone')
  await eventually(
    async () => (await reader(`GET /api/patients?filter=${filter}`)).body,
    (rows: unknown[]) => rows.length === count,
  )
  await panel.open(`/patients?filter=${filter}&sort=memberNumber&order=ASC&columns=${columns.join()}`)
  // What was refused in the list before outlives it.
  const left = page.locator('main .MuiAlert-root').getByRole('button', { name: /Give up|التخلي عنها/ })
  if (await left.count()) await left.click()
  const stored = async (field: string) => {
    const { body } = await visit.officer(`GET /api/patients?filter=${encodeURIComponent(JSON.stringify({ id: ids }))}`)
    return ids.map((id) => body.find((each: Patient) => each.id === id)[field])
  }
  return { panel, page, tag, ids, stored }
}

/** The sentences below the list. */
const said = (page: Page) => page.locator('main .MuiAlert-message').allInnerTexts()
const press = async (page: Page, keys: string) => {
  await page.keyboard.press(keys)
  await page.waitForTimeout(120)
  await settled(page)
}

test.each(languages)('in %s, text goes where it is read to go, and nowhere else', async (language) => {
  const { page, stored, tag } = await sheetOf(language, 4)
  await paste(page, ['phone', 0], { text: '+966511111181\r\n+966511111182\r\n' })
  expect(await stored('phone')).toEqual(['+966511111181', '+966511111182', '+966500000002', '+966500000003'])
  await paste(page, ['name', 2], { text: `"Huda\nNasser"\tR2-${tag}\nLina Aziz\tR3-${tag}` })
  expect(await stored('name')).toEqual([`Adel ${tag} 0`, `Adel ${tag} 1`, 'Huda Nasser', 'Lina Aziz'])
  await paste(page, ['memberNumber', 0], { text: `X0-${tag}\t+966577777777` })
  expect(await stored('memberNumber')).toEqual([`X0-${tag}`, `M1-${tag}`, `R2-${tag}`, `R3-${tag}`])
  expect((await stored('phone'))[0]).toBe('+966577777777')
  expect((await stored('name'))[0]).toBe(`Adel ${tag} 0`)
  await paste(page, ['phone', 1], { text: '\u202a+966501234569\u202c' })
  expect((await stored('phone'))[1]).toBe('+966501234569')
})

test.each(languages)(
  'in %s, merged and overflowing cells of Excel keep every value in its row and column',
  async (language) => {
    const { page, stored, tag } = await sheetOf(language, 3)
    const overflow = `<table><tr><td colspan=2 style='mso-ignore:colspan'>long name</td><td>+966522222221</td></tr></table>`
    await paste(page, ['name', 0], { html: overflow, text: 'long name\t\t+966522222221' })
    expect([(await stored('name'))[0], (await stored('memberNumber'))[0]]).toEqual(['long name', `M0-${tag}`])
    expect((await stored('phone'))[0]).toBe('+966522222221')
    // The empty neighbour would empty what needs a value.
    expect((await said(page))[0]).toMatch(language === 'en' ? /needs a value.*: Member number\./ : /رقم العضوية/)
    const merged = `<table><tr><td rowspan=2>S1-${tag}</td><td>+966533333331</td></tr><tr><td>+966533333332</td></tr></table>`
    await paste(page, ['memberNumber', 1], { html: merged, text: `S1-${tag}\t+966533333331\r\n\t+966533333332\r\n` })
    expect(await stored('memberNumber')).toEqual([`M0-${tag}`, `S1-${tag}`, `M2-${tag}`])
    expect(await stored('phone')).toEqual(['+966522222221', '+966533333331', '+966533333332'])
  },
)

test.each(languages)('in %s, what has no place is counted and said', async (language) => {
  const { page, stored } = await sheetOf(language, 2)
  await paste(page, ['birthDate', 1], { text: '1991-03-04\tread\tsurplus\n1992-03-04\t\t\n1993-03-04\t\t' })
  expect(await stored('birthDate')).toEqual(['1990-02-28', '1991-03-04'])
  const [sentence] = await said(page)
  expect(sentence).toMatch(
    language === 'en' ? /2 rows below.*1 column beyond.*only read \(Created\)/i : /صفوف.*عمود.*للقراءة/,
  )
})

test.each(languages)(
  'in %s, refused cells keep what was pasted until they are mended, tried again or given up',
  async (language) => {
    const { panel, page, stored, tag } = await sheetOf(language, 4)
    await paste(page, ['phone', 0], { text: '+966511111191\n12\nnone\n0' })
    expect(await stored('phone')).toEqual(['+966511111191', '+966500000001', '+966500000002', '+966500000003'])
    expect((await said(page))[0]).toMatch(/1 .*3/)
    const refused = await cellAt(page, ['phone', 2])
    expect([await refused.innerText(), await refused.getAttribute('aria-invalid')]).toEqual(['none', 'true'])
    expect(await refused.getAttribute('title')).toBe(await refused.getAttribute('aria-description'))
    await isSound(panel)
    await panel.picture(`clipboard-refused-${language}`)
    const labels = {
      en: ['Go to the next', 'Try again', 'Give up'],
      ar: ['إلى التالية', 'حاول مرة أخرى', 'التخلي عنها'],
    }[language]
    const button = (index: number) => page.locator('main .MuiAlert-root').getByRole('button', { name: labels[index] })
    // They outlive a refreshed list, and one in which their rows do not stand.
    const search = page.locator('[data-sheet-search] input')
    await search.fill(`Adel ${tag} 0`)
    await settled(page)
    expect((await said(page))[0]).toMatch(/3/)
    await search.fill('')
    await settled(page)
    expect(await (await cellAt(page, ['phone', 2])).innerText()).toBe('none')
    // Nothing leaves the page for another without a question.
    const asked = new Promise<string>((resolve) =>
      page.once('dialog', (dialog) => {
        resolve(dialog.message())
        void dialog.dismiss()
      }),
    )
    await page.locator('nav a[href="#/cases"]').first().click()
    expect(await asked).toMatch(language === 'en' ? /not saved/ : /لم يُحفظ/)
    expect(await (await cellAt(page, ['phone', 2])).innerText()).toBe('none')
    await (await cellAt(page, ['name', 0])).click()
    await button(0).click()
    await page.keyboard.press('F2')
    const editor = page.locator('revogr-edit input').first()
    await editor.waitFor()
    expect(await editor.inputValue()).toBe('12')
    await editor.fill('+966511111192')
    await press(page, 'Enter')
    expect((await stored('phone'))[1]).toBe('+966511111192')
    await button(1).click()
    await settled(page)
    expect(await (await cellAt(page, ['phone', 3])).innerText()).toBe('0')
    await button(2).click()
    await expect.poll(async () => (await cellAt(page, ['phone', 3])).innerText()).toContain('+966500000003')
    expect(await said(page)).toEqual([])
  },
)

test.each(languages)(
  'in %s, copied cells are read in reading order by other programs, and pasted back change nothing',
  async (language) => {
    const { page, tag, stored } = await sheetOf(language, 3)
    await select(page, ['name', 0], ['phone', 1])
    await page.keyboard.press('ControlOrMeta+c')
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const html = await (await item?.getType('text/html'))?.text()
      return { text: await navigator.clipboard.readText(), html }
    })
    const lines = [0, 1].map((place) => `Adel ${tag} ${place}\tM${place}-${tag}\t+96650000000${place}`)
    expect(copied.text.replaceAll('\r\n', '\n')).toBe(`${lines.join('\n')}\n`)
    expect(copied.html?.replaceAll('&quot;', '"')).toMatch(/<td[^>]*mso-number-format:[^>]*>\+966500000000<\/td>/)
    await press(page, 'ControlOrMeta+v')
    await select(page, ['name', 0], ['memberNumber', 0])
    await page.keyboard.press('ControlOrMeta+c')
    await select(page, ['name', 2])
    await press(page, 'ControlOrMeta+v')
    expect((await stored('version')).slice(0, 2)).toEqual([1, 1])
    expect((await stored('name'))[2]).toBe(`Adel ${tag} 0`)
  },
)

test.each(languages)('in %s, values are filled, cut, emptied and undone, each in one step', async (language) => {
  const { page, stored } = await sheetOf(language, 3)
  await paste(page, ['phone', 0], { text: '+966599999999' }, ['phone', 2])
  expect(await stored('phone')).toEqual(Array(3).fill('+966599999999'))
  await select(page, ['phone', 0])
  await press(page, 'ControlOrMeta+z')
  expect(await stored('phone')).toEqual(['+966500000000', '+966500000001', '+966500000002'])
  await select(page, ['phone', 0], ['language', 2])
  await press(page, 'ControlOrMeta+d')
  expect(await stored('phone')).toEqual(Array(3).fill('+966500000000'))
  expect(await stored('language')).toEqual(Array(3).fill('ur'))
  await select(page, ['name', 1], ['phone', 1])
  await press(page, 'Delete')
  expect([(await stored('name'))[1], (await stored('phone'))[1]]).toEqual([expect.stringContaining('Adel'), undefined])
  expect((await said(page))[0]).toMatch(language === 'en' ? /needs a value.*: Name, Member number\./ : /قيمة/)
  await select(page, ['language', 2])
  await press(page, 'ControlOrMeta+x')
  expect((await stored('language'))[2]).toBeUndefined()
  await select(page, ['language', 1])
  await press(page, 'ControlOrMeta+v')
  expect((await stored('language'))[1]).toBe('ur')
})

test.each(languages)('in %s, the handle of a range copies all of it, wherever it is drawn', async (language) => {
  const { page, stored } = await sheetOf(language, 4)
  await select(page, ['phone', 0], ['language', 0])
  const handle = await page.locator('.autofill-handle').boundingBox()
  const end = await (await cellAt(page, ['phone', 2])).boundingBox()
  if (!handle || !end) throw new Error('There is no handle')
  await page.mouse.move(handle.x + 2, handle.y + 2)
  await page.mouse.down()
  await page.mouse.move(handle.x + 2, end.y + end.height / 2, { steps: 6 })
  await page.waitForTimeout(60)
  await page.mouse.up()
  await page.waitForTimeout(200)
  await settled(page)
  expect(await stored('phone')).toEqual([...Array(3).fill('+966500000000'), '+966500000003'])
  expect(await stored('language')).toEqual([...Array(3).fill('ur'), 'fr'])
})

test.each(languages)('in %s, what somebody else changed meanwhile is asked about', async (language) => {
  const { page, stored, ids } = await sheetOf(language, 2)
  const [first] = ids
  await visit.officer(`PATCH /api/patients/${first}`, { phone: '+966588888888', version: 1 })
  await paste(page, ['phone', 0], { text: '+966577777771\n+966577777772' })
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  expect(await stored('phone')).toEqual(['+966588888888', '+966577777772'])
  await dialog.getByRole('button', { name: language === 'en' ? 'Keep all mine' : 'أبقِ كل قيمي' }).click()
  await settled(page)
  expect(await stored('phone')).toEqual(['+966577777771', '+966577777772'])
})
