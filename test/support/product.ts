import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentOf } from '#infra/local/services/childProcess.ts'

const start = fileURLToPath(new URL('../../infra/local/start.mjs', import.meta.url))

/** How a whole instance is started for a test. */
export type ProductOptions = {
  /** Patients in the demo data; without it the instance has logins only. */
  demoSize?: number
  /** The panel is built when its sources changed; `false` starts the API alone. */
  panel?: boolean
  /** A folder to keep; without it a temporary one, removed by `stop`. */
  folder?: string
  port?: number
  /** Further words of the command line. */
  flags?: readonly string[]
  env?: Record<string, string>
}

/** A whole instance, as `npm start` runs it, in its own process on its own data; ticks come only by request. */
export type Product = {
  url: string
  /** Where the mails are shown, with a slash at its end. */
  mailUrl: string
  folder: string
  processId: number
  /** Everything it has printed so far. */
  output(): string
  /** Runs one tick in it, as `npm run tick` does. */
  tick(name: string, now?: string): Promise<unknown>
  /** Asks it to stop, waits for the end, removes a temporary folder; returns the exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut would and keeps the folder. */
  kill(): Promise<void>
}

type StartMessage = { processId: number; url?: string; mailUrl?: string; token?: string; isReady?: boolean }

// In a network of its own the instance is a child of the process that was started.
const isOf = ({ processId }: StartMessage, started: number | undefined) =>
  processId === started || parentOf(processId) === String(started)

const readyIn = (folder: string, started: number | undefined): StartMessage | undefined => {
  try {
    const message: StartMessage = JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8'))
    return message.isReady && isOf(message, started) ? message : undefined
  } catch {
    return undefined
  }
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', (code) => resolve(code))
  })

const within = async <T>(work: Promise<T>, ms: number, otherwise: () => void) => {
  const timer = setTimeout(otherwise, ms)
  return work.finally(() => clearTimeout(timer))
}

/** The longest an instance may take to be ready, building the panel and filling the demo included, in milliseconds. */
const readyMs = 150_000

const untilReady = async (child: ChildProcess, folder: string, output: () => string) => {
  for (const deadline = Date.now() + readyMs; Date.now() < deadline; ) {
    const message = readyIn(folder, child.pid)
    if (message?.url) return { ...message, url: message.url }
    if (child.exitCode !== null || child.signalCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`The instance did not become ready:\n${output()}`)
}

/** Starts a whole instance on a free port; it dies with the test that started it. */
export const startProduct = async (options: ProductOptions = {}): Promise<Product> => {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'redress-'))
  const clean = () => options.folder ?? rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  const flags = options.demoSize ? ['--demo-size', String(options.demoSize)] : ['--empty']
  const child = spawn(process.execPath, [start, ...flags, ...(options.flags ?? [])], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(options.port ?? 0),
      REDRESS_DATA: folder,
      REDRESS_CLOCK: 'manual',
      REDRESS_CHILD: '1',
      REDRESS_PANEL: options.panel === false ? 'none' : 'built',
      ...options.env,
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text))
  const {
    url,
    mailUrl = '',
    token,
    processId,
  } = await untilReady(child, folder, () => output).catch((error) => {
    clean()
    throw error
  })
  return {
    url,
    mailUrl,
    folder,
    processId,
    output: () => output,
    tick: async (tick, now) => {
      const headers = { 'content-type': 'application/json', 'x-instance-token': token ?? '' }
      const response = await fetch(`${url}/.instance/tick`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ tick, at: now }),
      })
      if (!response.ok) throw new Error(`The tick ${tick} failed: ${await response.text()}\n${output}`)
      return response.json()
    },
    stop: async () => {
      child.kill('SIGTERM')
      const code = await within(ended(child), 15_000, () => child.kill('SIGKILL'))
      clean()
      return code
    },
    kill: async () => {
      process.kill(processId, 'SIGKILL')
      child.kill('SIGKILL')
      await ended(child)
    },
  }
}
