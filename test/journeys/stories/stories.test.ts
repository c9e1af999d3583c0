import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { faultsOf } from '#test/journeys/panel.ts'
import { sources } from '#test/laws/sources.ts'
import { openBrowser } from '#test/support/browser.ts'

const files = sources('admin').filter(({ path }) => path.endsWith('.stories.tsx'))
const stories = files.flatMap(({ path, text }) =>
  [...text.matchAll(/^export const (\w+) = /gm)].map(([, name = '']) => `${path.replace('.stories.tsx', '')} ${name}`),
)

/** A program that draws any story by `show(name, locale, theme)`. */
async function program(): Promise<string> {
  const imports = files.map(({ path }, index) => `import * as file${index} from '#${path}'`)
  const entries = files.map(
    ({ path }, index) =>
      `...Object.entries(file${index}).map(([name, story]) => ['${path.replace('.stories.tsx', '')} ' + name, story])`,
  )
  const { outputFiles } = await build({
    stdin: {
      contents: `${imports.join('\n')}
import { show } from './harness.tsx'
const stories = new Map([${entries.join(', ')}])
window.show = (name, locale, theme) => show(name, stories.get(name), locale, theme)`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    write: false,
    jsx: 'automatic',
    loader: { '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0]?.text ?? ''
}

let browser: Browser
let page: Page
const errors: string[] = []

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1000, height: 900 } })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  const html = '<!doctype html><html lang="en"><head><title>Stories</title></head><body></body></html>'
  // A page has storage at an address only; nothing leaves this machine.
  await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.goto('http://stories.test/')
  await page.addScriptTag({ content: await program() })
  expect(errors).toEqual([])
}, 60_000)
afterEach(() => errors.splice(0))
afterAll(() => browser?.close())

test.each(stories.flatMap((name) => [[name, 'en', 'light'] as const, [name, 'ar', 'dark'] as const]))(
  '%s in %s, %s',
  async (name, locale, theme) => {
    await page.evaluate(
      ([name, locale, theme]) => Reflect.get(window, 'show')(name, locale, theme),
      [name, locale, theme],
    )
    await page.locator(`html[lang=${locale}] [data-story="${name}"]`).waitFor({ state: 'attached' })
    await page.waitForTimeout(200)
    expect(errors).toEqual([])
    expect(await faultsOf(page)).toEqual([])
  },
)
