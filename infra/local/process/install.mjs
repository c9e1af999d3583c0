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

/** The versions that npm noted in node_modules are those of the lock file, for every package this machine needs. */
const isInstalled = () => {
  const noted = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(noted)) return false
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === '') return true
    const there = installed[path]?.version
    return there === version || (there === undefined && Boolean(optional || peer))
  })
}

/** Installs the locked dependencies when they are missing or of another lock file. */
export const ensureDependencies = () => {
  const wanted = hashOf(join(root, 'package-lock.json'))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!isInstalled()) {
    console.log('Installing the locked dependencies (npm ci) …')
    const { status } = spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
    if (status !== 0) {
      console.error('The dependencies could not be installed; see the lines above.')
      process.exit(1)
    }
  }
  writeFileSync(stamp, wanted)
}
