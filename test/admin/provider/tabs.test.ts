import { expect, test } from 'vitest'
import { BrowserTabs } from '#test/admin/fake/browserTabs.ts'

async function signedInTabs(count: number) {
  const browser = new BrowserTabs()
  const [first, ...others] = Array.from({ length: count }, () => browser.open())
  await first?.signIn('huda', 'secret')
  for (const tab of others) await tab.restore()
  return { browser, tabs: [first, ...others].filter((tab) => tab !== undefined) }
}

const tokensOf = (tabs: readonly { token: () => Promise<string | undefined> }[]) =>
  Promise.all(tabs.map((tab) => tab.token()))

test('a new tab is given the session of another one', async () => {
  const { tabs } = await signedInTabs(2)
  const [one, two] = await tokensOf(tabs)
  expect(two).toBe(one)
})

test('a tab that finds no other is signed out, and asks once', async () => {
  const tab = new BrowserTabs().open()
  expect(await Promise.all([tab.restore(), tab.restore(), tab.token()])).toEqual([false, false, undefined])
})

test('tabs renew their tokens once among them, however many ask at the same time', async () => {
  const { browser, tabs } = await signedInTabs(4)
  browser.clock.now = 3_590_000
  expect(new Set(await tokensOf([...tabs, ...tabs])).size).toBe(1)
  expect(browser.renewals).toBe(1)
})

test('a tab that slept renews by what it had, and the others go on with what it was given', async () => {
  const { browser, tabs } = await signedInTabs(2)
  browser.clock.now = 9_000_000
  const [woken] = await tokensOf(tabs.slice(1))
  expect(await tokensOf(tabs)).toEqual([woken, woken])
  expect(browser.renewals).toBe(1)
})

test('signing out in one tab has every tab begin anew', async () => {
  const { browser, tabs } = await signedInTabs(3)
  void tabs[1]?.end('/api')
  await expect.poll(() => browser.begun.toSorted()).toEqual([0, 1, 2])
  expect(tabs.map((tab) => tab.isSignedIn)).toEqual([false, false, false])
})

test('where the session ended, one sign-in of the same person has every tab go on', async () => {
  const { browser, tabs } = await signedInTabs(2)
  for (const tab of tabs) tab.expire()
  expect(await tokensOf(tabs)).toEqual([undefined, undefined])
  browser.clock.now = 5_000
  await tabs[0]?.signIn('huda', 'secret')
  await expect.poll(() => tabs.map((tab) => tab.hasEnded)).toEqual([false, false])
  expect(browser.begun).toEqual([])
})

test('tokens that have ended are not taken from a tab that does not know it yet', async () => {
  const { tabs } = await signedInTabs(2)
  tabs[0]?.expire()
  tabs[0]?.wake()
  await new Promise((done) => setTimeout(done, 20))
  expect(tabs[0]?.hasEnded).toBe(true)
})

test('another person who signs in has every tab begin anew', async () => {
  const { browser, tabs } = await signedInTabs(2)
  tabs[0]?.expire()
  browser.clock.now = 5_000
  await tabs[0]?.signIn('omar', 'secret')
  await expect.poll(() => browser.begun.toSorted()).toEqual([0, 1])
})
