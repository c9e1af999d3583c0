import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tableLayout } from '#functions/platform/store/table.ts'
import { lambdaNode, linkEngine, unavailableReason } from '#infra/bundle/lambdaNode.ts'
import { buildPanel } from '#infra/local/server/panel.ts'
import { bootstrap, deploy, stage, synthesize } from './cdk.ts'
import { checkAddress, checkClosedApi } from './checkAddress.ts'
import { createDemoUsers } from './demoUsers.ts'
import { createEmulatorRun, type EmulatorRun } from './emulatorRun.ts'
import { startServer } from './emulatorServer.ts'
import { injectFault } from './faults.ts'
import { omitResources } from './omitResources.ts'
import { run } from './programs.ts'
import { ensurePython } from './python.ts'
import { replaceReferences } from './replaceReferences.ts'
import { drillRestore } from './restoreDrill.ts'
import { type Journeys, runJourneys } from './runJourneys.ts'
import { openSiteProxy } from './siteProxy.ts'
import { step } from './steps.ts'

/** What is tried of a deployment. */
export interface Trial {
  /** A fault that the stacks get on purpose. */
  readonly fault?: string
  /** Whether the restore drill alone is tried. */
  readonly isDrill?: boolean
}

/**
 * Deploys the stacks to an emulator in `folder`, runs the journeys and the restore drill; returns the address of the product.
 */
export async function deployAndTry(folder: string, { fault, isDrill = false }: Trial): Promise<string> {
  const python = await step('Python and the emulator', () => ensurePython())
  const node = await step(
    'Node for the functions',
    async () => dirname(unavailableReason ? process.execPath : lambdaNode()),
    String,
  )
  if (unavailableReason) linkEngine(folder)
  const emulator = await createEmulatorRun(folder)
  const log = await step(
    'Starting MiniStack',
    () => startServer(python, node, emulator),
    () => emulator.endpoint,
  )
  await step('Building the panel', buildPanel)
  const prepare = () => Promise.all([synthesize(emulator), bootstrap(emulator)])
  const [assembly] = await step('Bundling and synthesis; bootstrap of the account', prepare)
  for (const line of omitResources(assembly)) console.log(`   omitted: ${line}.`)
  for (const line of replaceReferences(assembly)) console.log(`   replaced: ${line}.`)
  if (fault) console.log(`   broken on purpose: ${injectFault(assembly, fault)}`)
  try {
    return await deployAndCheck(emulator, python, assembly, isDrill ? 'none' : fault ? 'desk' : 'all')
  } catch (error) {
    // There is nothing to read when the emulator ended too.
    await printFaults(emulator, python, log).catch(() => {})
    throw error
  }
}

async function deployAndCheck(
  emulator: EmulatorRun,
  python: string,
  assembly: string,
  journeys: Journeys | 'none',
): Promise<string> {
  const { env } = emulator
  const script = (title: string, name: string, ...args: string[]) =>
    step(
      title,
      () => run(title, python, ['-B', join(import.meta.dirname, 'python', name), ...args], { env }),
      (text) => text.trim(),
    )
  const outputs = await step('Deploying the stacks', () => deploy(emulator, assembly))
  // Not printed, as nothing secret is.
  const origin = [join(import.meta.dirname, 'python/origin.py')]
  const originValue = await run('Asking CloudFront what it sends to the functions', python, origin, { env })
  const url = await openSiteProxy(emulator, outputs, assembly, originValue.trim())
  await step(
    'Looking at the address',
    async () => {
      await checkAddress(url)
      await checkClosedApi(emulator, outputs.ApiUrl ?? '')
    },
    () => url,
  )
  const people = () => createDemoUsers(emulator, outputs, url)
  await step('Adding the people of the demo', people, (result) => {
    const seconds = result.slowest.toFixed(1)
    return `${result.people} people; the stream brought each event to the user pool within ${seconds} s`
  })
  const drill = () => drillRestore({ emulator, python, outputs, assembly, url })
  if (journeys === 'none') return drill().then(() => url)
  await script('Publishing a snapshot of the lists', 'snapshots.py', 'publish')
  await script('Locking the anchors and writing one', 'anchors.py', outputs.AuditAnchorsName ?? '', '400')
  await step('Running the journeys', () => runJourneys(emulator, url, journeys))
  await script('Looking for functions without a snapshot', 'snapshots.py', 'check')
  await drill()
  await script('Updating to another layout', 'layout.py', `Redress-${stage}-Data`, String(tableLayout + 1))
  return url
}

/** Prints the faults in the logs of the functions, and why some did not start, to explain a failed run. */
async function printFaults({ env }: EmulatorRun, python: string, log: string): Promise<void> {
  const logged = await run('Reading the logs', python, [join(import.meta.dirname, 'python/faults.py')], { env })
  const unstarted = readFileSync(log, 'utf8').match(/(?:Worker init failed|Worker process exited).*/g) ?? []
  const lines = [...logged.trim().split('\n'), ...new Set(unstarted)].filter((line) => line !== '')
  if (lines.length > 0) console.error(`\nThe functions logged:\n${lines.join('\n')}`)
}
