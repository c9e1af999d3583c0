import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartProblem } from './gateway.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const built = join(root, 'dist/panel')
const stamp = join(root, 'dist/panel.stamp')
const config = join(root, 'admin/vite.config.ts')

/** Hash of everything that the panel is built from: `admin`, `shared` and the locked dependencies. */
const sourceHash = () => {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of ['admin', 'shared']) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    for (const path of paths.sort()) hash.update(path.slice(root.length)).update(readFileSync(path))
  }
  return hash.digest('hex')
}

const runVite = () =>
  new Promise<void>((resolve, reject) => {
    const cli = join(root, 'node_modules/vite/bin/vite.js')
    const args = [cli, 'build', 'admin', '--config', config, '--outDir', built, '--emptyOutDir', '--logLevel', 'warn']
    const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const end = () => child.kill()
    process.once('exit', end)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text))
    child.once('error', reject)
    child.once('exit', (code) => {
      process.off('exit', end)
      if (code === 0) resolve()
      else reject(new StartProblem(`The panel does not build:\n${output}`))
    })
  })

/** Builds the panel into `dist/panel` when its sources changed since the last build, and returns that folder. */
export const buildPanel = async (): Promise<string> => {
  const hash = sourceHash()
  if (existsSync(stamp) && existsSync(join(built, 'index.html')) && readFileSync(stamp, 'utf8') === hash) return built
  rmSync(stamp, { force: true })
  console.log('Building the panel …')
  await runVite()
  writeFileSync(stamp, hash)
  return built
}

/** Vite does not proxy the API here: the gateway in front of it already answers those paths. */
const oneOrigin = {
  name: 'one-origin',
  configResolved: (resolved: { server: { proxy?: object } }) => {
    resolved.server.proxy = undefined
  },
}

/** The panel straight from its sources with hot reload, on the gateway's own port. */
export const developPanel = async (server: Server) => {
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: join(root, 'admin'),
    configFile: config,
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server } },
    plugins: [oneOrigin],
  })
  return {
    handler: (request: IncomingMessage, response: ServerResponse) => vite.middlewares(request, response),
    stop: () => vite.close(),
  }
}
