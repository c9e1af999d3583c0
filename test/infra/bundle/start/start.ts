import { fork } from 'node:child_process'
import { dirname, join } from 'node:path'
import type { Invocation, RuntimeMessage } from './runtime.ts'

/** A function that was started in a process of its own, called with some events one after the other, and stopped. */
export interface StartRun {
  /** The version of Node it ran on. */
  readonly node: string
  readonly answers: readonly unknown[]
  /** What it logged. */
  readonly log: string
}

export interface StartOptions {
  /** The program that runs it. */
  readonly node: string
  readonly environment: Readonly<Record<string, string>>
  /** Milliseconds all of it may take. */
  readonly timeoutMs?: number
}

/**
 * Starts a file as Lambda does: a fresh process that knows the given environment and nothing else. Throws with the
 * function's own words when it fails at its start or at a call, and when it ends or hangs instead of answering.
 */
export function start(file: string, events: readonly unknown[], options: StartOptions): Promise<StartRun> {
  const { node, environment, timeoutMs = 25_000 } = options
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'runtime.ts'), [file], {
      ...{ execPath: node, execArgv: [], cwd: dirname(file), env: { ...environment } },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const answers: unknown[] = []
    let log = ''
    let version = ''
    const end = (settle: () => void) => {
      clearTimeout(timer)
      child.removeAllListeners()
      child.kill('SIGKILL')
      settle()
    }
    const fail = (why: string) => end(() => reject(new Error(`${why} ${log.slice(-600)}`.trim())))
    const timer = setTimeout(() => fail(`It gave no answer within ${timeoutMs} ms.`), timeoutMs)
    const next = () => {
      if (answers.length === events.length) return end(() => resolve({ node: version, answers, log }))
      const invocation: Invocation = { event: events[answers.length], timeoutMs }
      child.send(invocation)
    }
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (log += part))
    child.on('message', (message: RuntimeMessage) => {
      if (message.kind === 'failure') return fail(`It failed at its ${message.phase}: ${message.error}`)
      if (message.kind === 'answer') answers.push(message.answer)
      else version = message.node
      next()
    })
    child.on('error', (error) => fail(error.message))
    child.on('close', (code) => fail(`It ended with code ${code} instead of answering.`))
  })
}
