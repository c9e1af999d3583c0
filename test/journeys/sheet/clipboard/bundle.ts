import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** An empty page of a browser in which a module of the panel is `window.tested`, with the browser's own parsers. */
export async function pageWith(browser: Browser, path: string): Promise<Page> {
  const contents = `import * as module from '${path}'\nwindow.tested = module`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    write: false,
    jsx: 'automatic',
    loader: { '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const page = await browser.newPage()
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  return page
}
