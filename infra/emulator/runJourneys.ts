import { join } from 'node:path'
import { projectFolder } from '#infra/bundle/bundle.ts'
import type { EmulatorRun } from './emulatorRun.ts'
import { run } from './programs.ts'

const vitest = join(projectFolder, 'node_modules/vitest/vitest.mjs')

/** Which journeys run; those of the desk alone find a fault in the function for cases and wait for no clock. */
export type Journeys = 'all' | 'desk'

/** Runs the journeys over HTTP against the product at `url`. */
export async function runJourneys({ env }: EmulatorRun, url: string, scope: Journeys): Promise<void> {
  const files = scope === 'all' ? 'test/journeys/http' : 'test/journeys/http/desk'
  const options = { cwd: projectFolder, env: { ...env, REDRESS_URL: url }, isShown: true, minutes: 13 }
  const args = [vitest, 'run', '--project=journeys', files]
  await run('A journey against what was deployed', process.execPath, args, options)
}
