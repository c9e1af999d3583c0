import { join } from 'node:path'
import { build } from 'esbuild'
import { projectFolder } from './bundle.ts'
import { sdkSchemas } from './sdkSchemas.ts'

/** The module that a thread of the projection runs, as one file: it starts at once and takes a third of the memory. */
export async function bundleThread(): Promise<string> {
  const outfile = join(projectFolder, 'dist/thread/projection.mjs')
  await build({
    absWorkingDir: projectFolder,
    entryPoints: ['functions/platform/projection/thread.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: { js: 'import{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url);' },
    external: ['@photostructure/sqlite', '@smithy/core/event-streams'],
    plugins: [sdkSchemas],
    logLevel: 'warning',
  })
  return outfile
}
