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

/** A generated file with a class for each error of a service. */
const errors = /@aws-sdk[\\/]client-[^\\/]+[\\/]dist-es[\\/]models[\\/]errors\.js$/

/** The same classes made by one function: nobody asks an error for its class, but for its name. DynamoDB's lose 7 KiB. */
export function shortErrors(source: string): string {
  const base = /import \{ (\w+) as __BaseException \} from "([^"]+)"/.exec(source)
  if (!base) throw new Error('The errors of the SDK are written otherwise than expected')
  const classes = source.matchAll(/^export class (\w+) extends __BaseException \{[\s\S]*?\$fault = "(\w+)"/gm)
  const make = `const make = (name, $fault) =>
  class extends __BaseException {
    constructor(options) {
      super({ name, $fault, ...options })
      Object.assign(this, options, { name, $fault })
    }
  }`
  return [
    `import { ${base[1]} as __BaseException } from "${base[2]}"`,
    make,
    ...[...classes].map(([, name, fault]) => `export const ${name} = make("${name}", "${fault}")`),
  ].join('\n')
}

/** The plugin of esbuild that applies `plainNames` and `shortErrors`. */
export const sdkSchemas: Plugin = {
  name: 'sdk-schemas',
  setup: (build) => {
    const rewrite = (filter: RegExp, rewritten: (source: string) => string) =>
      build.onLoad({ filter }, async ({ path }) => ({
        contents: rewritten(await readFile(path, 'utf8')),
        loader: 'js',
      }))
    rewrite(schemas, plainNames)
    rewrite(errors, shortErrors)
  },
}
