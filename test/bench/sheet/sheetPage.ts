import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' }

/** The program of a page that shows the sheet of patients made in memory, as files at an address of its own. */
export async function buildSheet(): Promise<{ open: typeof openSheet; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-sheet-'))
  await build({
    stdin: {
      contents: "import { show } from './page.tsx'\nwindow.show = show",
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: folder,
    entryNames: 'sheet',
    jsx: 'automatic',
    loader: { '.woff': 'empty', '.woff2': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return {
    open: (browser, count, locale) => openSheet(browser, count, locale, folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function openSheet(browser: Browser, count: number, locale: string, folder = ''): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const direction = locale === 'ar' ? 'rtl' : 'ltr'
  const html = `<!doctype html><html lang="${locale}" dir="${direction}"><head><title>Sheet</title>
<link rel="stylesheet" href="/sheet.css"><style>body{margin:0}</style></head>
<body><script type="module" src="/sheet.js"></script></body></html>`
  await page.route('**', async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    const type = types[name.split('.').pop() ?? '']
    await route.fulfill({ contentType: type ?? 'text/html', body: type ? readFileSync(join(folder, name)) : html })
  })
  await page.goto('http://sheet.test/')
  await page.waitForFunction(() => Reflect.has(window, 'show'))
  await page.evaluate(([count, locale]) => Reflect.get(window, 'show')(count, locale), [count, locale])
  await page.locator('.rgCell:has-text("M-0")').first().waitFor()
  return page
}
