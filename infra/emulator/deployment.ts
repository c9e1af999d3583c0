import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cannotStart, lambdaNode } from '#infra/bundle/lambdaNode.ts'
import { buildPanel } from '#infra/local/server/panel.ts'
import { checkAddress } from './address.ts'
import { breakOn } from './breakOn.ts'
import { bootstrap, deploy, synthesize } from './cdk.ts'
import { type EmulatorRun, groundIn } from './emulatorRun.ts'
import { openFront } from './front.ts'
import { runJourneys } from './journeys.ts'
import { leaveOut } from './leaveOut.ts'
import { addPeople } from './people.ts'
import { run } from './programs.ts'
import { ensurePython } from './python.ts'
import { restate } from './restate.ts'
import { startServer } from './server.ts'
import { step } from './steps.ts'

/** Deploys the stacks to an emulator in `folder` and runs the journeys; gives the address the product answered at. */
export async function deployAndTry(folder: string, fault: string | undefined): Promise<string> {
  const python = await step('Python and the emulator', ensurePython)
  const node = await step(
    'Node for the functions',
    async () => dirname(cannotStart ? process.execPath : lambdaNode()),
    String,
  )
  const ground = await groundIn(folder)
  const log = await step(
    'Starting MiniStack',
    () => startServer(python, node, ground),
    () => ground.endpoint,
  )
  await step('Building the panel', buildPanel)
  const together = () => Promise.all([synthesize(ground), bootstrap(ground)])
  const [assembly] = await step('Bundling and synthesis; bootstrap of the account', together)
  for (const line of leaveOut(assembly)) console.log(`   left out: ${line}.`)
  for (const line of restate(assembly)) console.log(`   restated: ${line}.`)
  if (fault) console.log(`   broken on purpose: ${breakOn(assembly, fault)}`)
  try {
    return await tryOut(ground, assembly, fault !== undefined)
  } catch (error) {
    // Nothing to read when the emulator is gone too.
    await tellFaults(ground, python, log).catch(() => {})
    throw error
  }
}

async function tryOut(ground: EmulatorRun, assembly: string, isBroken: boolean): Promise<string> {
  const outputs = await step('Deploying the stacks', () => deploy(ground, assembly))
  const url = await openFront(ground, outputs, assembly)
  await step(
    'Looking at the address',
    () => checkAddress(url),
    () => url,
  )
  const people = () => addPeople(ground, outputs, url)
  await step('Adding the people of the demo', people, (added) => {
    const seconds = added.slowest.toFixed(1)
    return `${added.people} people; the stream carried each one’s event to the user pool within ${seconds} s`
  })
  await step('Running the journeys', () => runJourneys(ground, url, isBroken ? 'desk' : 'all'))
  return url
}

/** What the functions logged as faults, and what kept some from starting, for whoever has to find out why a run is red. */
async function tellFaults({ env }: EmulatorRun, python: string, log: string): Promise<void> {
  const logged = await run('Reading the logs', python, [join(import.meta.dirname, 'python/faults.py')], { env })
  const unstarted = readFileSync(log, 'utf8').match(/(?:Worker init failed|Worker process exited).*/g) ?? []
  const lines = [...logged.trim().split('\n'), ...new Set(unstarted)].filter((line) => line !== '')
  if (lines.length > 0) console.error(`\nThe functions logged:\n${lines.join('\n')}`)
}
