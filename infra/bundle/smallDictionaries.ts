import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Plugin } from 'esbuild'

/** The dictionaries of the store, as their module exports them. */
interface Dictionaries {
  readonly firstDictionary: string
  readonly secondDictionary: string
}

/** A module with the same dictionaries, half as long: the second one, which ends with the first, is compressed. */
export function compressedModule({ firstDictionary, secondDictionary }: Dictionaries): string {
  if (!secondDictionary.endsWith(firstDictionary)) throw new Error('The second dictionary does not end with the first.')
  const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }
  const body = brotliCompressSync(Buffer.from(secondDictionary), { params }).toString('base64')
  return `import { brotliDecompressSync } from 'node:zlib'
export const secondDictionary = brotliDecompressSync(Buffer.from('${body}', 'base64')).toString()
export const firstDictionary = secondDictionary.slice(${secondDictionary.length - firstDictionary.length})`
}

/** The plugin of esbuild that puts the compressed dictionaries into a function: 5 KiB that a cold start does not read. */
export const smallDictionaries: Plugin = {
  name: 'small-dictionaries',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]packing[\\/]dictionary\.ts$/ }, async ({ path }) => ({
      contents: compressedModule(await import(pathToFileURL(path).href)),
      loader: 'js',
    }))
  },
}
