import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { unpackWoff } from './fonts.ts'

export { type Product, startProduct } from './product.ts'

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))

const fontFiles = [
  'noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff',
  'noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff',
  'noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff',
  'noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff',
  // The arrows and signs of the Chinese font come in files of their own.
  ...[87, 88, 102, 105, 109].map((part) => `noto-sans-sc/files/noto-sans-sc-${part}-400-normal.woff`),
]

const installFonts = (folder: string, home: string) => {
  for (const file of fontFiles) {
    const name = file.replace(/^.*\//, '').replace('.woff', '.ttf')
    writeFileSync(join(folder, 'fonts', name), unpackWoff(join(modules, '@fontsource', file)))
  }
  const settings = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/font-cache</cachedir></fontconfig>`
  writeFileSync(join(folder, 'fonts.conf'), settings)
}

/** The package unpacks into the system's temporary folder; for that moment ours stands in its place. */
const inflate = async (folder: string) => {
  const before = { ...process.env }
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' })
  try {
    const { default: bundled } = await import('@sparticuz/chromium')
    await bundled.executablePath()
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'])
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
  }
}

/** Unpacks the browser, the libraries a bare machine lacks and the fonts once, whole or not at all. */
const ensureBrowser = async () => {
  const { version } = JSON.parse(readFileSync(join(modules, '@sparticuz/chromium/package.json'), 'utf8'))
  const cache = join(modules, '.cache')
  const home = join(cache, `browser-${version}-${fontFiles.length}`)
  if (existsSync(home)) return home
  const partial = `${home}.${process.pid}`
  mkdirSync(partial, { recursive: true })
  await inflate(partial)
  installFonts(partial, home)
  try {
    renameSync(partial, home)
  } catch {
    rmSync(partial, { recursive: true }) // another process was faster; both unpacked the same files
  }
  return home
}

/**
 * A headless Chromium from npm alone, with Arabic and Chinese fonts. It keeps its renderer and zygote processes:
 * in one process, closing a page would end the browser. `options` are further ones of its command line.
 */
export const openBrowser = async (options: readonly string[] = []): Promise<Browser> => {
  const home = await ensureBrowser()
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-dev-shm-usage', ...options],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  })
}
