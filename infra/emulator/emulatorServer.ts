import { createWriteStream, readFileSync } from 'node:fs'
import { request } from 'node:https'
import { delimiter, join } from 'node:path'
import { freePort } from '#infra/local/services/loopback.ts'
import type { EmulatorRun } from './emulatorRun.ts'
import { run, start } from './programs.ts'
import { openProtocolProxy } from './protocolProxy.ts'
import { EmulatorProblem, until } from './steps.ts'

/** True when the emulator answers its health check, else undefined. */
const isHealthy = ({ endpoint, authority }: EmulatorRun) =>
  new Promise<true | undefined>((resolve) => {
    const check = request(`${endpoint}/_ministack/health`, { ca: readFileSync(authority), timeout: 2000 }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200 ? true : undefined)
    })
    check.once('error', () => resolve(undefined))
    check.once('timeout', () => check.destroy())
    check.end()
  })

/**
 * Starts MiniStack on loopback and waits until it answers; returns the path of its log. `AUTH` makes it check signatures,
 * roles and policies as AWS does, and TLS satisfies the policies that refuse plain HTTP. It runs under hypercorn, as in its
 * own detached mode, because its foreground mode also listens on port 443.
 */
export async function startServer(python: string, nodeFolder: string, emulator: EmulatorRun): Promise<string> {
  const { folder, port, env } = emulator
  await run('Making a certificate', python, [join(import.meta.dirname, 'python/certificates.py'), folder], { env })
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  // The emulator sets its own address for the functions.
  const { AWS_ENDPOINT_URL: _all, AWS_ENDPOINT_URL_S3: _s3, ...host } = env
  const tls = ['--certfile', certificate, '--keyfile', key]
  const ports = { tls: await freePort(), plain: await freePort() }
  const binds = ['--bind', `127.0.0.1:${ports.tls}`, '--insecure-bind', `127.0.0.1:${ports.plain}`]
  const child = start(python, ['-m', 'hypercorn', 'ministack.app:app', ...binds, ...tls, '--keep-alive', '75'], {
    cwd: folder,
    env: {
      ...host,
      PATH: [nodeFolder, host.PATH].join(delimiter),
      PYTHONPATH: join(import.meta.dirname, 'python'),
      PYTHONDONTWRITEBYTECODE: '1',
      REDRESS_EMULATOR_PARENT: String(process.pid),
      AUTH: 'true',
      USE_SSL: '1',
      MINISTACK_SSL_CERT: certificate,
      MINISTACK_SSL_KEY: key,
      GATEWAY_PORT: String(port),
      BIND_HOST: '127.0.0.1',
      STATE_DIR: join(folder, 'state'),
      S3_DATA_DIR: join(folder, 's3'),
      LAMBDA_EXECUTOR: 'local',
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log = join(folder, 'ministack.log')
  const out = createWriteStream(log)
  for (const stream of [child.stdout, child.stderr]) stream?.pipe(out, { end: false })
  await openProtocolProxy(port, ports)
  let hasEnded = false
  child.once('exit', () => (hasEnded = true))
  await until(
    () => {
      if (hasEnded) throw new EmulatorProblem(`MiniStack ended by itself:\n${readFileSync(log, 'utf8').slice(-2000)}`)
      return isHealthy(emulator)
    },
    60_000,
    () => `MiniStack did not answer within a minute:\n${readFileSync(log, 'utf8').slice(-2000)}`,
  )
  return log
}
