import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

/** Sources of the API; the development server of the panel watches the panel's own. */
const folders = ['functions', 'shared', 'infra/local', 'demo']

/** Pause between two checks, in milliseconds. `fs.watch` of Node 20 misses files that an editor replaces. */
const everyMs = 400

/** The number of sources and the time of the latest change, as one comparable text. */
const state = () => {
  const times = folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|mjs|json)$/.test(entry.name))
    .map((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return `${times.length} ${Math.max(...times)}`
}

/** Runs `command` as a child that ends with this process, and restarts it when a source of the API changes. */
export const watch = (command) => {
  let child
  let isStopping = false
  const start = () => {
    const env = { ...process.env, REDRESS_WATCHED: '1', REDRESS_CHILD: '1' }
    child = spawn(process.execPath, command, { stdio: ['pipe', 'inherit', 'inherit'], env })
    child.isRestarting = false
    child.once('exit', (code) => {
      if (isStopping) process.exit(code ?? 0)
      else if (child.isRestarting) start()
      else console.log('Waiting for a change …')
    })
  }
  const restart = () => {
    if (child.exitCode !== null || child.signalCode !== null) return start()
    child.isRestarting = true
    child.kill('SIGTERM')
  }
  let previous = state()
  setInterval(() => {
    const now = state()
    if (now !== previous && !isStopping) restart()
    previous = now
  }, everyMs)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      isStopping = true
      if (child.exitCode !== null || child.signalCode !== null) process.exit(0)
      child.kill(signal)
    })
  start()
}
