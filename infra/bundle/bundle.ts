import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { contexts } from '#shared/declaration/routes.ts'
import { sdkSchemas } from './sdkSchemas.ts'

/** The folder that everything below is relative to: the project's own. */
export const projectFolder = resolve(import.meta.dirname, '../..')

/** Every Lambda there is: one per context of the route table, one per trigger. */
export const functionNames: readonly string[] = [...[...contexts].sort(), 'events', 'jobs', 'schedules']

/** The largest bundle of a function, in bytes; past it a cold start is felt. */
export const bundleLimit = 450 * 1024

/** A function packed for Lambda. */
export interface Bundle {
  readonly name: string
  /** Folder that holds `index.mjs` and nothing else, so that its content alone names the asset. */
  readonly folder: string
  readonly bytes: number
  /** The project's own files that went into it. */
  readonly sources: readonly string[]
}

/** Where the source of a function starts. */
export const entryOf = (name: string): string => join(projectFolder, 'functions/lambdas', `${name}.ts`)

/** Some packages of the SDK's tree still call `require`, which an ES module lacks. */
const banner = 'import{createRequire as r}from"node:module";const require=r(import.meta.url);'

/** Packs one function into `into/name/index.mjs`; the same sources give the same bytes. */
export async function bundle(name: string, into: string, entry = entryOf(name)): Promise<Bundle> {
  const folder = join(into, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, 'index.mjs')
  const { metafile } = await build({
    absWorkingDir: projectFolder,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    alias: { '@aws-sdk/credential-provider-node': join(projectFolder, 'infra/bundle/lambdaCredentials.ts') },
    // Loaded by the SDK only for operations that stream events, which no function calls.
    external: ['@smithy/core/event-streams'],
    plugins: [sdkSchemas],
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  })
  const [output] = Object.values(metafile.outputs)
  const sources = Object.entries(output?.inputs ?? {})
    .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && !path.includes('node_modules/'))
    .map(([path]) => path)
  return { name, folder, bytes: statSync(outfile).size, sources }
}

/** Packs every function, in `dist/functions` unless told otherwise. */
export const bundleAll = (into = join(projectFolder, 'dist/functions')): Promise<Bundle[]> =>
  Promise.all(functionNames.map((name) => bundle(name, into)))

/** The bundles past the limit, each as a sentence. */
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
