import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

/** A generated file of an SDK client that describes all its operations. */
const schemas = /@aws-sdk[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/

/**
 * Lets the bundler drop operations without a caller. The generated files write `{ [_h]: … }`, where `_h` is a constant
 * text. A computed name could run code, so esbuild keeps every such object. With the text instead, S3's client loses
 * 56 KiB and SES's 43.
 */
export const plainNames = (source: string): string => {
  const texts = new Map([...source.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm)].map(([, name, text]) => [name, text]))
  return source.replace(/\[(_\w+)\]:/g, (computed, name: string) =>
    texts.has(name) ? `${texts.get(name)}:` : computed,
  )
}

/** The plugin of esbuild that applies `plainNames`. */
export const sdkSchemas: Plugin = {
  name: 'sdk-schemas',
  setup: (build) =>
    build.onLoad({ filter: schemas }, async ({ path }) => ({
      contents: plainNames(await readFile(path, 'utf8')),
      loader: 'js',
    })),
}
