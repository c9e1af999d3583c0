import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { endWithParent } from '#infra/local/services/childProcess.ts'
import { deployAndTry, type Trial } from './deployAndTry.ts'
import { faultNames } from './faults.ts'
import { endAll } from './programs.ts'
import { EmulatorProblem, secondsSince } from './steps.ts'

const usage = `npm run deploy:emulator [-- --break ${faultNames.join('|')}]
npm run restore-drill -- --emulator`

function trialFrom(args: readonly string[]): Trial {
  try {
    const options = { break: { type: 'string' }, 'restore-drill': { type: 'boolean' } } as const
    const { break: fault, 'restore-drill': isDrill } = parseArgs({ args: [...args], options }).values
    if (fault !== undefined && !faultNames.includes(fault)) throw new Error(`No fault "${fault}".`)
    return { fault, isDrill }
  } catch (error) {
    throw new EmulatorProblem(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

/** Ends every process of the run and removes the folder, once; names the processes that did not end. */
function cleanerOf(folder: string): () => Promise<void> {
  let cleaning: Promise<void> | undefined
  const clean = async () => {
    const remaining = await endAll()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    if (remaining.length > 0) console.error(`These processes did not end: ${remaining.join(', ')}.`)
  }
  return () => (cleaning ??= clean())
}

/** Deploys to the emulator, tries what was deployed, stops everything; returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const startMs = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'redress-emulator-'))
  const clean = cleanerOf(folder)
  let exitCode: number | undefined
  const leave = (cause: string, code: number) => {
    if (exitCode === undefined) console.error(`\n${cause}: stopping what was started …`)
    exitCode = code
    void clean().then(() => process.exit(code))
  }
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.on(name, () => leave(name, code))
  endWithParent(() => leave('The parent process is gone', 129))
  try {
    const trial = trialFrom(args)
    await deployAndTry(folder, trial)
    await clean()
    if (trial.fault)
      throw new EmulatorProblem(
        `The journeys passed although the deployment was broken (${trial.fault}): they do not see it.`,
        2,
      )
    console.log(`\nDeployed and passed in ${secondsSince(startMs)} s; everything that was started is stopped.`)
    return 0
  } catch (error) {
    // Programs that were ended fail, which is expected.
    if (exitCode !== undefined) return clean().then(() => exitCode ?? 1)
    console.error(
      `\n${error instanceof EmulatorProblem ? error.message : error instanceof Error ? error.stack : error}`,
    )
    await clean()
    return error instanceof EmulatorProblem ? error.code : 1
  }
}
