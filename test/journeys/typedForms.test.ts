import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '#admin/language/words.ts'
import { Case } from '#shared/entities/case.ts'
import { ar } from '#shared/text/ar/index.ts'
import { en } from '#shared/text/en/index.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { openBrowser } from '#test/support/browser.ts'
import { type SignedInCall, signIn } from '#test/support/session.ts'
import { type Panel, settled, signedIn } from './panel.ts'
import { isSound } from './steps.ts'

let product: UnderTest
let browser: Browser
let officer: SignedInCall

beforeAll(async () => {
  product = await productUrl({})
  browser = await openBrowser()
  officer = await signIn(product.url, 'officer')
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const messages = { en, ar }
const noDay = { en: 'A day such as 2026-11-20', ar: 'يوم مثل 2026-11-20' }
const wordsIn = (language: 'en' | 'ar') =>
  wordsOf((key, options) => {
    const text = key
      .split('.')
      .reduce<unknown>((words, part) => (words as Record<string, unknown> | undefined)?.[part], messages[language])
    return typeof text === 'string' ? text : String(options?._ ?? key)
  })

/** Pastes a text into an input as a person does. */
async function paste({ page }: Panel, input: Locator, text: string): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text)
  await input.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+v')
}

async function save({ page }: Panel, language: 'en' | 'ar'): Promise<void> {
  await page.getByRole('button', { name: wordsIn(language).t('ra.action.save'), exact: true }).click()
}

test.each(['en', 'ar'] as const)(
  'in %s, a form reads a phone, a day and a time as the sheet does',
  async (language) => {
    const words = wordsIn(language)
    const { siteId, patientId } = await newVisit(product.url, { name: 'Mariam Saleh' })
    const { body: made } = await officer('POST /api/cases', { ...Case.example, siteId, patientId })
    const panel = await signedIn(browser, product.url, 'everyone', {
      language,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const { page } = panel
    const input = (resource: string, field: string) =>
      page
        .getByRole('main')
        .getByLabel(new RegExp(`^${words.field(resource, field)}\\s*\\*?$`))
        .first()
    await panel.open(`/patients/${patientId}`)
    await paste(panel, input('patients', 'phone'), '\u202a00966 50\u2011123 4567\u202c')
    await paste(panel, input('patients', 'birthDate'), '2026-02-31')
    await page.getByText(noDay[language]).first().waitFor()
    await paste(panel, input('patients', 'birthDate'), '01-Feb-1990')
    expect(await input('patients', 'birthDate').inputValue()).toBe('1990-02-01')
    await isSound(panel)
    await save(panel, language)
    await settled(page)
    const patient = (await officer(`GET /api/patients/${patientId}`)).body
    expect(patient).toMatchObject({ phone: '+966501234567', birthDate: '1990-02-01' })
    await panel.open(`/cases/${made.id}`)
    await paste(panel, input('cases', 'receivedAt'), '20/11/2026 08:15')
    await save(panel, language)
    await settled(page)
    const matter = (await officer(`GET /api/cases/${made.id}`)).body
    expect(matter).toMatchObject({ receivedAt: '2026-11-20T05:15:00.000Z' })
    await page.context().close()
  },
)
