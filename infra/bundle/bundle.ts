import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Metafile } from 'esbuild'
import { minifySync } from 'vite'
import { lambdaNames } from '#shared/declaration/routes.ts'
import { paperFonts } from '#shared/text/paperFonts.ts'
import { sdkSchemas } from './sdkSchemas.ts'
import { smallDictionaries } from './smallDictionaries.ts'
import { withoutUnusedParts } from './unusedParts.ts'

/** The project's folder. */
export const projectFolder = resolve(import.meta.dirname, '../..')

/** Every Lambda: those of the route table, and one per trigger. */
export const functionNames: readonly string[] = [...[...lambdaNames].sort(), 'events', 'jobs', 'schedules']

/** Functions that the data stack holds because what it holds calls them: the user pool, before it gives a token. */
export const dataFunctionNames = ['tokens'] as const

/** The largest bundle of a function, in bytes; a larger one makes cold starts slow. */
export const bundleLimit = 450 * 1024

/** The function that answers with the description of the API, and makes JSON schemas for it. */
const describing = 'openapi'

/** A function bundled for Lambda. */
export interface Bundle {
  readonly name: string
  /** Folder with `index.mjs`, what it imports later and the fonts it reads only, so that its content alone determines the asset's name. */
  readonly folder: string
  /** Bytes that a cold start reads. */
  readonly bytes: number
  /** The project's own files that went into it. */
  readonly sources: readonly string[]
}

/** Path of a function's entry point. */
export const entryOf = (name: string): string => join(projectFolder, 'functions/lambdas', `${name}.ts`)

/** Some packages of the SDK's tree still call `require`, which an ES module lacks; no name that esbuild makes is as long. */
const banner = 'import{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url);'

/** Bundles one function into `into/name/index.mjs`; the same sources give the same bytes. */
export async function bundle(name: string, into: string, entry = entryOf(name)): Promise<Bundle> {
  const folder = join(into, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { metafile } = await build({
    absWorkingDir: projectFolder,
    entryPoints: { index: entry },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is imported only when it is needed, such as the writer of PDF, is a file that a cold start does not read.
    splitting: true,
    chunkNames: 'part-[hash]',
    minify: true,
    // Arabic and Chinese as they are, for an escape takes twice as much.
    charset: 'utf8',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    alias: {
      '@aws-sdk/credential-provider-node': join(projectFolder, 'infra/bundle/lambdaCredentials.ts'),
      '@aws-sdk/endpoint-cache': join(projectFolder, 'infra/bundle/endpointCache.ts'),
    },
    // The SDK loads the one for operations that stream events, which no function calls; Lambda has an SQLite of its own.
    external: ['@smithy/core/event-streams', '@photostructure/sqlite'],
    plugins: [sdkSchemas, smallDictionaries, withoutUnusedParts(name === describing)],
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  })
  const sizes = new Map(Object.keys(metafile.outputs).map((path) => [path, shorten(path)]))
  const atStart = filesAtStart(metafile.outputs, join(folder, 'index.mjs'))
  const bytes = atStart.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0)
  const sources = sourcesOf(Object.values(metafile.outputs))
  if (sources.some((path) => path.endsWith('paperFonts.ts'))) copyFonts(folder)
  return { name, folder, bytes, sources }
}

/** Minifies a file once more, by what minifies the panel, for some 2 % that esbuild leaves; its size in bytes. */
function shorten(output: string): number {
  const path = join(projectFolder, output)
  const text = readFileSync(path, 'utf8')
  const own = text.replace(banner, '')
  // Most files of a function never call it.
  const source = /\brequire\b/.test(own) ? text : own
  const { code, errors } = minifySync(path, source, { module: true, mangle: { toplevel: true } })
  if (errors.length > 0) throw new Error(`${output} cannot be minified: ${errors[0]?.message}`)
  writeFileSync(path, code)
  return Buffer.byteLength(code)
}

/** The file that a function starts with, and those that it imports at once. */
function filesAtStart(outputs: Metafile['outputs'], start: string): string[] {
  const path = relative(projectFolder, start)
  const seen = new Set([path])
  for (const each of seen)
    for (const { path: imported, kind } of outputs[each]?.imports ?? [])
      if (kind === 'import-statement' && outputs[imported]) seen.add(imported)
  return [...seen].filter((each) => outputs[each])
}

const sourcesOf = (outputs: readonly Metafile['outputs'][string][]): string[] => [
  ...new Set(
    outputs.flatMap(({ inputs }) =>
      Object.entries(inputs)
        .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && !path.includes('node_modules/'))
        .map(([path]) => path),
    ),
  ),
]

/** Puts the fonts where the bundle finds them by the same names as the sources do. */
function copyFonts(folder: string): void {
  for (const file of paperFonts) cpSync(join(projectFolder, 'node_modules', file), join(folder, 'node_modules', file))
}

/** Bundles every function into `into`, by default `dist/functions`. */
export const bundleAll = (into = join(projectFolder, 'dist/functions')): Promise<Bundle[]> =>
  Promise.all([...functionNames, ...dataFunctionNames].map((name) => bundle(name, into)))

/** A sentence for each bundle above the limit. */
export const overweight = (bundles: readonly Bundle[], limit = bundleLimit): string[] =>
  bundles
    .filter(({ bytes }) => bytes > limit)
    .map(({ name, bytes }) => `${name} weighs ${kibibytes(bytes)}; the limit is ${kibibytes(limit)}.`)

const kibibytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`

async function report() {
  const bundles = await bundleAll()
  for (const { name, bytes } of bundles) console.log(`${name.padEnd(14)}${kibibytes(bytes).padStart(10)}`)
  const tooHeavy = overweight(bundles)
  for (const sentence of tooHeavy) console.error(sentence)
  if (tooHeavy.length > 0) process.exitCode = 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await report()
