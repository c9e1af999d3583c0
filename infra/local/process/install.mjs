import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

const oldest = [20, 19]

/** Stops with one sentence when Node is older than the tools need. */
export const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  console.error(`Redress needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}. See nodejs.org.`)
  process.exit(1)
}

const stamp = join(root, 'node_modules/.redress-lock')
const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Whether npm installed the locked version of every package that this machine needs. */
const isInstalled = () => {
  const list = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(list)) return false
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(locked).every(([path, { version, optional, peer }]) => {
    if (path === '') return true
    const current = installed[path]?.version
    return current === version || (current === undefined && Boolean(optional || peer))
  })
}

/** Installs the locked dependencies when they are missing or of another lock file. */
export const ensureDependencies = () => {
  const hash = hashOf(join(root, 'package-lock.json'))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  if (!isInstalled()) {
    console.log('Installing the locked dependencies (npm ci) …')
    const { status } = spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
    if (status !== 0) {
      console.error('The dependencies could not be installed; see the lines above.')
      process.exit(1)
    }
  }
  writeFileSync(stamp, hash)
}
