import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { EmulatorProblem } from './steps.ts'

/** A variable in the environment of every process of this run, and of no other. */
const runTag = { name: 'REDRESS_EMULATOR_RUN', value: randomUUID() }

const groups = new Set<number>()
let isEnding = false

/** Starts a program in a process group of its own, with the tag of this run. */
export function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  if (isEnding) throw new EmulatorProblem('Everything is being stopped.')
  const env = { ...options.env, [runTag.name]: runTag.value }
  const child = spawn(command, args, { ...options, env, detached: process.platform !== 'win32' })
  if (child.pid) groups.add(child.pid)
  return child
}

/** Ids of the processes with the tag (proc_pid_environ, Linux), workers without a parent included. */
function taggedProcesses(): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((id) => {
      try {
        return readFileSync(`/proc/${id}/environ`, 'utf8').includes(`${runTag.name}=${runTag.value}`)
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

const runningIds = () => [...[...groups].filter((id) => signal(-id, 0)).map((id) => -id), ...taggedProcesses()]

/** Ends every process of this run, workers of the emulator included; returns the ids that did not end. */
export async function endAll(): Promise<number[]> {
  isEnding = true
  for (const name of ['SIGTERM', 'SIGKILL'] as const) {
    for (const id of runningIds()) signal(id, name)
    for (const deadline = Date.now() + 5000; runningIds().length > 0 && Date.now() < deadline; )
      await new Promise((done) => setTimeout(done, 50))
  }
  return runningIds()
}

/** Options of a program. */
export interface ProgramOptions {
  readonly cwd?: string
  readonly env: NodeJS.ProcessEnv
  /** Whether its output goes to this terminal; else it is printed only when the program fails. */
  readonly isShown?: boolean
  /** The longest time in minutes. */
  readonly minutes?: number
}

/** Runs a program to its end and returns its output; throws `EmulatorProblem` with its last lines when it fails. */
export async function run(
  title: string,
  command: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<string> {
  const { cwd, env, isShown, minutes = 5 } = options
  const child = start(command, args, {
    cwd,
    env,
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (output += text))
  let isLate = false
  const limit = setTimeout(() => {
    isLate = true
    if (child.pid) signal(-child.pid, 'SIGKILL')
  }, minutes * 60_000)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).finally(() => clearTimeout(limit))
  if (code === 0) return output
  const last = output.trimEnd().split('\n').slice(-40).join('\n')
  throw new EmulatorProblem(
    `${title} ${isLate ? `took more than ${minutes} minutes` : 'failed'}.${last && `\n${last}`}`,
  )
}
