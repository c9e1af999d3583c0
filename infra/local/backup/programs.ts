import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#infra/bundle/bundle.ts'
import { StartProblem } from '#infra/local/server/gateway.ts'

/** How a program ended, and everything it printed. */
export interface ProgramEnd {
  readonly code: number | null
  readonly output: string
}

const start = join(projectFolder, 'infra/local/start.mjs')

const begin = (args: readonly string[], env: Readonly<Record<string, string>>, script: string) => {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: projectFolder,
    stdio: ['pipe', 'pipe', 'pipe'],
    // Its standard input is ours, so that it ends with this process.
    env: { ...process.env, REDRESS_CHILD: '1', ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text))
  return { child, output: () => output }
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('close', resolve)
  })

/** Runs the product's own program with some flags to its end. */
export async function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  script = start,
): Promise<ProgramEnd> {
  const { child, output } = begin(args, env, script)
  return { code: await ended(child), output: output() }
}

/** A product that runs beside this process. */
export interface SideProduct {
  readonly url: string
  stop(): Promise<void>
}

/** The longest a start may take, in milliseconds. */
const readyMs = 120_000

interface ReadyInstance {
  readonly url?: string
  readonly isReady?: boolean
}

const instanceOf = (folder: string): ReadyInstance => {
  try {
    return JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8'))
  } catch {
    return {}
  }
}

/** Starts the product on a folder at a free port, without panel and ticks; throws `StartProblem` with what it printed. */
export async function startBeside(folder: string, env: Readonly<Record<string, string>>): Promise<SideProduct> {
  const alone = { REDRESS_DATA: folder, PORT: '0', REDRESS_CLOCK: 'manual', REDRESS_PANEL: 'none' }
  const { child, output } = begin([], { ...env, ...alone }, start)
  const stop = async () => {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 15_000)
    await ended(child).finally(() => clearTimeout(force))
  }
  for (const deadline = Date.now() + readyMs; Date.now() < deadline && child.exitCode === null; ) {
    const { url, isReady } = instanceOf(folder)
    if (url && isReady) return { url, stop }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop()
  throw new StartProblem(`The product did not start on ${folder}:\n${output().trim()}`)
}
