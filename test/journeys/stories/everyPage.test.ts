import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entities } from '#shared/entities/index.ts'
import { en } from '#shared/text/en/index.ts'
import { productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { signedIn } from '#test/journeys/panel.ts'
import { openBrowser } from '#test/support/browser.ts'
import { type SignedInCall, signIn } from '#test/support/session.ts'

let product: UnderTest
let browser: Browser
let everyone: SignedInCall

beforeAll(async () => {
  product = await productUrl({ demoSize: 40 })
  browser = await openBrowser()
  everyone = await signIn(product.url, 'everyone')
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Pages that belong to no single record and to no list. */
const ownPages = [
  '/',
  '/calls',
  '/follow-ups/summary',
  '/reports',
  '/survey-results',
  '/cases/board',
  '/patients/import',
]

/** Every page of the panel: each list that a menu leads to, a record of each, and the forms to make and to change it. */
async function addresses(): Promise<string[]> {
  const { body: me } = await everyone('GET /api/me')
  const may = (resource: string, right: string) => me.permissions.includes(`${resource}.${right}`)
  const ofEntities = entities.map(async ({ resource, menu, isAppendOnly }) => {
    if (!may(resource, 'read')) return []
    const { body } = await everyone(`GET /api/${resource}?range=[0,0]`)
    const [record] = body as readonly { id: string }[]
    const mayMake = menu !== undefined && may(resource, 'create')
    const mayChange = record && !isAppendOnly && may(resource, 'update')
    return [
      ...(menu ? [`/${resource}`] : []),
      ...(mayMake ? [`/${resource}/create`] : []),
      ...(record ? [`/${resource}/${record.id}/show`] : []),
      ...(mayChange ? [`/${resource}/${record.id}`] : []),
    ]
  })
  return [...ownPages, ...(await Promise.all(ofEntities)).flat()]
}

const looks = [
  { language: 'en', theme: 'light' },
  { language: 'ar', theme: 'dark' },
  ...(process.env.REDRESS_FULL
    ? ([
        { language: 'en', theme: 'dark' },
        { language: 'ar', theme: 'light' },
        { language: 'ar', theme: 'light', viewport: { width: 390, height: 844 } },
        { language: 'zh', theme: 'light' },
        { language: 'it', theme: 'dark' },
        { language: 'lv', theme: 'light' },
        { language: 'lv', theme: 'dark', viewport: { width: 390, height: 844 } },
      ] as const)
    : []),
] as const

/** What stands on a page in the place of a word that nobody wrote. */
const unwritten = new RegExp(`\\b(?:ra|${Object.keys(en).join('|')})\\.[a-z][\\w-]*\\.?[\\w.-]*`, 'g')

test.each(looks)('every page has its words, and axe finds nothing, in $language and $theme', async (look) => {
  const panel = await signedIn(browser, product.url, 'everyone', look)
  for (const address of await addresses()) {
    await panel.open(address)
    expect(await panel.faults(), address).toEqual([])
    expect(panel.errors, address).toEqual([])
    expect((await panel.page.locator('body').innerText()).match(unwritten) ?? [], address).toEqual([])
  }
  await panel.page.context().close()
})
