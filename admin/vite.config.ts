import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { standIn } from '../infra/bundle/unusedParts.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const api = process.env.REDRESS_ORIGIN ?? 'http://127.0.0.1:4000'

/** Packages that stand in for what every browser of today has itself, 10 KiB of the first page. */
const natives: Readonly<Record<string, string>> = { 'object.entries': 'Object.entries', hasown: 'Object.hasOwn' }

const nativeFunctions: Plugin = {
  name: 'native-functions',
  enforce: 'pre',
  resolveId: (name) => (Object.hasOwn(natives, name) ? `\0${name}` : undefined),
  load: (id) => (id.startsWith('\0') && natives[id.slice(1)] ? `module.exports = ${natives[id.slice(1)]}` : undefined),
}

/** The panel makes no JSON schemas, and says refusals in its own words. */
const withoutUnusedParts: Plugin = { name: 'without-unused-parts', enforce: 'pre', load: (id) => standIn(id) }

export default defineConfig({
  root,
  plugins: [react(), nativeFunctions, withoutUnusedParts],
  resolve: {
    // The package decodes what no browser of today writes; ours has the two functions that are called.
    alias: { 'query-string': `${root}provider/queryString.ts` },
    dedupe: ['react', 'react-dom', 'react-router', 'react-router-dom', '@tanstack/react-query'],
  },
  build: {
    outDir: fileURLToPath(new URL('../dist/panel', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    // The content security policy allows fonts from our own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    // What the first page needs comes in one file: dozens of small ones compress worse and take more requests.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': api, '/config.json': api, '/cognito': api, '/files': api, '/s/': api },
  },
})
