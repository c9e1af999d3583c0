import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Trouble } from './steps.ts'

/** In the environment of every process of this run, children of children included, and of no other. */
const mark = { name: 'REDRESS_EMULATOR_RUN', value: randomUUID() }

const groups = new Set<number>()
let isEnding = false

/** Starts a program in a process group of its own, under the mark of this run. */
export function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  if (isEnding) throw new Trouble('Everything is being stopped.')
  const env = { ...options.env, [mark.name]: mark.value }
  const child = spawn(command, args, { ...options, env, detached: process.platform !== 'win32' })
  if (child.pid) groups.add(child.pid)
  return child
}

/** Ids of the processes that carry the mark (proc_pid_environ, Linux); a worker stays in this list when its parent goes. */
function marked(): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((id) => {
      try {
        return readFileSync(`/proc/${id}/environ`, 'utf8').includes(`${mark.name}=${mark.value}`)
      } catch {
        return false
      }
    })
    .map(Number)
}

const signal = (id: number, name: NodeJS.Signals | 0) => {
  try {
    return process.kill(id, name)
  } catch {
    return false
  }
}

const living = () => [...[...groups].filter((id) => signal(-id, 0)).map((id) => -id), ...marked()]

/** Ends everything this run has started, workers of the emulator included; gives the ids that would not end. */
export async function endAll(): Promise<number[]> {
  isEnding = true
  for (const name of ['SIGTERM', 'SIGKILL'] as const) {
    for (const id of living()) signal(id, name)
    for (const deadline = Date.now() + 5000; living().length > 0 && Date.now() < deadline; )
      await new Promise((done) => setTimeout(done, 50))
  }
  return living()
}

/** What a program is run with. */
export interface ProgramOptions {
  readonly cwd?: string
  readonly env: NodeJS.ProcessEnv
  /** Whether what it says goes to this terminal; else it is told only when the program fails. */
  readonly isHeard?: boolean
  /** Minutes it may take. */
  readonly minutes?: number
}

/** Runs a program to its end and gives what it said; throws `Trouble` with its last lines when it fails. */
export async function run(
  what: string,
  command: string,
  args: readonly string[],
  given: ProgramOptions,
): Promise<string> {
  const { cwd, env, isHeard, minutes = 5 } = given
  const child = start(command, args, {
    cwd,
    env,
    stdio: ['ignore', isHeard ? 'inherit' : 'pipe', isHeard ? 'inherit' : 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text))
  let isLate = false
  const limit = setTimeout(() => {
    isLate = true
    if (child.pid) signal(-child.pid, 'SIGKILL')
  }, minutes * 60_000)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).finally(() => clearTimeout(limit))
  if (code === 0) return said
  const last = said.trimEnd().split('\n').slice(-40).join('\n')
  throw new Trouble(`${what} ${isLate ? `took more than ${minutes} minutes` : 'failed'}.${last && `\n${last}`}`)
}
