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

/**
 * What stands in for files of the SDK that this product does not use, by the end of their path:
 * the table of every partition and kind of endpoint (a function calls the service of its own region, or the endpoint it is
 * given), SHA-256 in JavaScript (Node has it), retries that adapt to a client's rate (standard ones are used), and the
 * client's own package file, of which its version alone is read. DynamoDB's client loses 20 KiB.
 */
const standIns: Readonly<Record<string, (source: string) => string>> = {
  'client-dynamodb/dist-es/endpoint/endpointResolver.js': () =>
    `export const defaultEndpointResolver = ({ Endpoint, Region }) =>
      ({ url: new URL(Endpoint ?? 'https://dynamodb.' + Region + '.amazonaws.com') })`,
  'core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js': () =>
    'export const partitionsInfo = { partitions: [] }',
  'core/dist-es/submodules/checksum/sha256/Sha256Js.js': () => 'export class Sha256Js {}',
  'core/dist-es/submodules/retry/util-retry/AdaptiveRetryStrategy.js': () => 'export class AdaptiveRetryStrategy {}',
  'client-dynamodb/package.json': (source) =>
    `export default { version: ${JSON.stringify(JSON.parse(source).version)} }`,
}

/** The stand-in for a file, or undefined where it is used as it is. */
const standInFor = (path: string) =>
  Object.entries(standIns).find(([end]) => path.replaceAll('\\', '/').endsWith(`/${end}`))?.[1]

/** The plugin of esbuild that applies all of this. */
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
    build.onLoad({ filter: /@(?:smithy|aws-sdk)[\\/].+\.js(?:on)?$/ }, async ({ path }) => {
      const make = standInFor(path)
      return make && { contents: make(await readFile(path, 'utf8')), loader: 'js' }
    })
  },
}
