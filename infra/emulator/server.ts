import { createWriteStream, readFileSync } from 'node:fs'
import { request } from 'node:https'
import { delimiter, join } from 'node:path'
import { type EmulatorRun, freePort } from './emulatorRun.ts'
import { openDoorway } from './ports.ts'
import { run, start } from './programs.ts'
import { Trouble, until } from './steps.ts'

/** Whether the emulator answers for itself. */
const isHealthy = ({ endpoint, authority }: EmulatorRun) =>
  new Promise<true | undefined>((resolve) => {
    const asked = request(`${endpoint}/_ministack/health`, { ca: readFileSync(authority), timeout: 2000 }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200 ? true : undefined)
    })
    asked.once('error', () => resolve(undefined))
    asked.once('timeout', () => asked.destroy())
    asked.end()
  })

/**
 * Starts MiniStack on loopback and waits until it answers. `AUTH` makes it check signatures, roles and policies as AWS
 * does, and TLS lets the policies that refuse plain HTTP be met. It is run as its own detached mode runs it, by
 * hypercorn: its foreground mode would also take port 443.
 */
export async function startServer(python: string, nodeFolder: string, ground: EmulatorRun): Promise<string> {
  const { folder, port, env } = ground
  await run('Making a certificate', python, [join(import.meta.dirname, 'python/certificates.py'), folder], { env })
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  // It tells the functions itself where it stands.
  const { AWS_ENDPOINT_URL: _all, AWS_ENDPOINT_URL_S3: _s3, ...host } = env
  const tls = ['--certfile', certificate, '--keyfile', key]
  const doors = { tls: await freePort(), plain: await freePort() }
  const binds = ['--bind', `127.0.0.1:${doors.tls}`, '--insecure-bind', `127.0.0.1:${doors.plain}`]
  const child = start(python, ['-m', 'hypercorn', 'ministack.app:app', ...binds, ...tls, '--keep-alive', '75'], {
    cwd: folder,
    env: {
      ...host,
      PATH: [nodeFolder, host.PATH].join(delimiter),
      PYTHONPATH: join(import.meta.dirname, 'python'),
      PYTHONDONTWRITEBYTECODE: '1',
      REDRESS_EMULATOR_STARTER: String(process.pid),
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
  await openDoorway(port, doors)
  let ended = false
  child.once('exit', () => (ended = true))
  await until(
    () => {
      if (ended) throw new Trouble(`MiniStack ended by itself:\n${readFileSync(log, 'utf8').slice(-2000)}`)
      return isHealthy(ground)
    },
    60_000,
    () => `MiniStack did not answer within a minute:\n${readFileSync(log, 'utf8').slice(-2000)}`,
  )
  return log
}
