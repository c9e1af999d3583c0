import { join } from 'node:path'
import { projectFolder } from '#infra/bundle/bundle.ts'
import type { EmulatorRun } from './emulatorRun.ts'
import { run } from './programs.ts'

const vitest = join(projectFolder, 'node_modules/vitest/vitest.mjs')

/** Which journeys are run; the desk's alone show a fault in the function for cases without waiting for a clock. */
export type Journeys = 'all' | 'desk'

/** Runs the journeys that speak HTTP, as they are, against the product at `url`. */
export async function runJourneys({ env }: EmulatorRun, url: string, which: Journeys): Promise<void> {
  const files = which === 'all' ? 'test/journeys/http' : 'test/journeys/http/desk'
  const given = { cwd: projectFolder, env: { ...env, REDRESS_URL: url }, isHeard: true, minutes: 13 }
  const args = [vitest, 'run', '--project=journeys', files]
  await run('A journey against what was deployed', process.execPath, args, given)
}
