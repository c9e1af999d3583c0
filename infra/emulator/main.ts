import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { onStarterGone } from '#infra/local/services/childProcess.ts'
import { faultNames } from './breakOn.ts'
import { deployAndTry } from './deployment.ts'
import { endAll } from './programs.ts'
import { secondsSince, Trouble } from './steps.ts'

const usage = `npm run deploy:emulator [-- --break ${faultNames.join('|')}]`

function faultFrom(args: readonly string[]): string | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { break: { type: 'string' } } })
    if (values.break !== undefined && !faultNames.includes(values.break)) throw new Error(`No fault "${values.break}".`)
    return values.break
  } catch (error) {
    throw new Trouble(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

/** Ends what was started and removes the folder, once; says what would not end. */
function cleanerOf(folder: string): () => Promise<void> {
  let cleaning: Promise<void> | undefined
  const clean = async () => {
    const left = await endAll()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    if (left.length > 0) console.error(`These processes would not end: ${left.join(', ')}.`)
  }
  return () => (cleaning ??= clean())
}

/** Deploys to the emulator, runs the journeys, stops everything; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const began = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'redress-emulator-'))
  const clean = cleanerOf(folder)
  let leaving: number | undefined
  const leave = (why: string, code: number) => {
    if (leaving === undefined) console.error(`\n${why}: stopping what was started …`)
    leaving = code
    void clean().then(() => process.exit(code))
  }
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.on(name, () => leave(name, code))
  onStarterGone(() => leave('Whoever started this is gone', 129))
  try {
    const fault = faultFrom(args)
    await deployAndTry(folder, fault)
    await clean()
    if (fault)
      throw new Trouble(`The journeys passed although the deployment was broken (${fault}): they do not see it.`, 2)
    console.log(`\nDeployed and passed in ${secondsSince(began)} s; everything that was started is stopped.`)
    return 0
  } catch (error) {
    // What was ended fails: that is no news.
    if (leaving !== undefined) return clean().then(() => leaving ?? 1)
    console.error(`\n${error instanceof Trouble ? error.message : error instanceof Error ? error.stack : error}`)
    await clean()
    return error instanceof Trouble ? error.code : 1
  }
}
