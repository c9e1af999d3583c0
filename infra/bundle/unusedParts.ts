import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

/** The files of zod that make JSON schemas of its schemas; every schema refers to them. */
const makers = /zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/

/** The file with the English sentences of zod; refusals have their own. */
const sentences = /zod[\\/]v4[\\/]locales[\\/]en\.js$/

/** A module with the same exports as `source`, of which each throws when what it makes is used. */
export function withoutBodies(source: string): string {
  const missing = `() => { throw new Error('This program makes no JSON schemas') }`
  const declared = [...source.matchAll(/^export (?:function|const) (\w+)/gm)].map(
    ([, name]) => `export const ${name} = make`,
  )
  const renamed = [...source.matchAll(/^export \{ \w+ as (\w+) \};/gm)].map(([, name]) => `export { make as ${name} }`)
  return [`const make = () => ${missing}`, ...declared, ...renamed].join('\n')
}

/** What stands in for a file of zod that is not used, 21 KiB in all; undefined for every other file. */
export async function standIn(path: string, makesSchemas = false): Promise<string | undefined> {
  if (sentences.test(path)) return "export default () => ({ localeError: () => 'Invalid input' })"
  return makers.test(path) && !makesSchemas ? withoutBodies(await readFile(path, 'utf8')) : undefined
}

/** What only the panel and the tests ask a declaration for, each on lines of its own as the formatter writes it. */
const unread = /^ {2}(?:example: \{(?:\n[\s\S]*?\n {2}\}|.*\})|menu: \{.*\}),\n/gm

/** The source of an entity without its example and its place in the menu, which no function reads. */
export const withoutUnread = (source: string): string => source.replace(unread, '')

/** The plugin of esbuild that leaves out those parts; the makers stay in what describes the API. */
export const withoutUnusedParts = (makesSchemas: boolean): Plugin => ({
  name: 'without-unused-parts',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]/ }, async ({ path }) => {
      const contents = await standIn(path, makesSchemas)
      return contents === undefined ? undefined : { contents, loader: 'js' }
    })
    build.onLoad({ filter: /[\\/]shared[\\/]entities[\\/]\w+\.ts$/ }, async ({ path }) => ({
      contents: withoutUnread(await readFile(path, 'utf8')),
      loader: 'ts',
    }))
  },
})
