import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { StartProblem } from '#infra/local/server/gateway.ts'
import { freePort, hiddenHost } from './loopback.ts'

/** A running DynamoDB-compatible engine; `processId` is absent when it is an external one. */
export type Engine = { endpoint: string; processId?: number; stop(): Promise<void> }

/** The engine did not do what it was started or asked for; what it said of it are words of its own. */
export class EngineFault extends Error {
  constructor(
    what: string,
    readonly said: string,
  ) {
    super(`${what}: ${said}`)
  }
}

const binary = fileURLToPath(new URL('../../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url))

/**
 * A subshell reads from our pipe. When this process dies for any reason, the read ends and the subshell stops the engine.
 * The shell itself becomes the engine, so the recorded process id is the engine's own.
 */
const guardScript = 'exec 3<&0; (read -r _ <&3; kill "$$" 2>/dev/null) & exec "$0" "$@" 3<&- </dev/null'

const listening = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    let output = ''
    const read = (text: Buffer) => {
      output += text
      if (output.includes('listening on')) resolve()
    }
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', read)
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new EngineFault(`The embedded engine stopped with code ${code}`, output.trim())),
    )
  })

/** Reads the pipes to keep them empty, but does not keep this process alive for them. */
const detach = (child: ChildProcess) => {
  child.unref()
  for (const stream of [child.stdin, child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref()
  for (const stream of [child.stdout, child.stderr]) stream?.removeAllListeners('data').resume()
}

const end = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const force = setTimeout(() => child.kill('SIGKILL'), 3000)
    child.once('exit', () => {
      clearTimeout(force)
      child.stdin?.destroy()
      resolve()
    })
    child.kill('SIGTERM')
  })

/** How an engine is started. */
export type EngineOptions = {
  path?: string
  /** Where it listens, when it was there before; an address of its own without it. */
  endpoint?: string
  onExit?: () => void
}

/**
 * Starts the embedded engine at a loopback address of its own, since it asks nobody who they are; without `path` it keeps everything in memory. Its SQLite file is
 * in write-ahead mode and synced on every commit, so an acknowledged write survives `kill -9`.
 */
export const startEngine = async (options: EngineOptions = {}): Promise<Engine> => {
  if (!existsSync(binary))
    throw new StartProblem(
      `No engine is packaged for ${process.platform}-${process.arch}. Start DynamoDB Local and name it, DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start, or use WSL: see "macOS and Windows" in README.md.`,
    )
  for (let attempt = 1; ; attempt++) {
    const known = options.endpoint && new URL(options.endpoint)
    const [host, port] = known ? [known.hostname, known.port] : [hiddenHost(), await freePort()]
    const file = options.path ? ['--db-path', options.path] : []
    const place = ['--host', host, '--port', String(port)]
    const child = spawn('/bin/sh', ['-c', guardScript, binary, 'serve', ...place, ...file], {
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true, // Ctrl+C in the terminal reaches us first; we stop the engine after the last request
    })
    try {
      await listening(child)
    } catch (error) {
      child.stdin?.destroy()
      if (attempt < 5 && child.pid) continue // another process took the port between the probe and the start
      throw error
    }
    let isStopping = false
    child.once('exit', () => isStopping || options.onExit?.())
    detach(child)
    return {
      endpoint: `http://${host}:${port}`,
      processId: child.pid,
      stop: () => {
        isStopping = true
        return end(child)
      },
    }
  }
}

/** Speaks the wire protocol, so that only `platform/store` imports the database SDK; false for the error `known`. */
const call = async (endpoint: string, operation: string, body: object, known: string): Promise<boolean> => {
  const scope = 'local/20000101/eu-west-1/dynamodb/aws4_request'
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(body),
  })
  const answer = await response.text()
  if (!response.ok && !answer.includes(known)) throw new EngineFault(`The engine refused ${operation}`, answer)
  return response.ok
}

/** Creates the table when it is not there; whether it did. */
export const ensureTable = (endpoint: string, definition: { TableName: string }): Promise<boolean> =>
  call(endpoint, 'CreateTable', definition, 'ResourceInUseException')

/** Drops the table when it is there; whether it did. */
export const dropTable = (endpoint: string, name: string): Promise<boolean> =>
  call(endpoint, 'DeleteTable', { TableName: name }, 'ResourceNotFoundException')
