import { join } from 'node:path'
import { tableDefinition } from '#functions/platform/store/table.ts'
import { createApi } from '#infra/local/server/api.ts'
import { createAuthorizer } from '#infra/local/server/authorizer.ts'
import { type GatewayServer, startGateway } from '#infra/local/server/gateway.ts'
import { buildPanel, developPanel } from '#infra/local/server/panel.ts'
import { createDoor } from '#infra/local/server/proxy.ts'
import { createStatic, jsonDoor } from '#infra/local/server/static.ts'
import { dropTable, ensureTable, startEngine } from '#infra/local/services/engine.ts'
import { openFiles } from '#infra/local/services/files.ts'
import { type IdentityService, startIdentity } from '#infra/local/services/identity.ts'
import { startMail } from '#infra/local/services/mail.ts'
import { roles } from '#shared/declaration/roles.ts'
import { contexts, matchRoute } from '#shared/declaration/routes.ts'
import { schedules } from '#shared/declaration/schedules.ts'
import { startClock } from './clock.ts'
import { emptyFolder, fillingOf, openFolder } from './dataFolder.ts'
import { ensureSecrets, filesBucket, setEnvironment, tableName } from './environment.ts'
import { background, loadHandler } from './functions.ts'
import { endOrphan, type Lock, takeFolder } from './lock.ts'
import { keepFunctionLogs, logFailure } from './log.ts'
import type { Options } from './options.ts'
import { fillOnce } from './seed.ts'

/** A running instance. */
export type RunningInstance = { url: string; stop(): Promise<void> }

type Stop = () => unknown

/** The engine on this folder's file, or the one given from outside, with the table in it. */
const openStore = async (folder: string, lock: Lock, isNew: boolean, onLost: () => void) => {
  const path = join(folder, 'records.db')
  if (lock.orphan) await endOrphan(lock.orphan, path)
  const given = process.env.DYNAMODB_ENDPOINT
  const engine = given ? { endpoint: given, stop: async () => {} } : await startEngine({ path, onExit: onLost })
  lock.tell({ engineProcessId: 'processId' in engine ? engine.processId : undefined })
  if (given && isNew) await dropTable(given, tableName())
  await ensureTable(engine.endpoint, tableDefinition(tableName()))
  return engine
}

const openPanel = async (options: Options, gateway: GatewayServer) => {
  if (options.panel === 'none') return { door: createStatic(''), stop: () => {} }
  if (options.dev) return developPanel(gateway.server)
  return { door: createStatic(await buildPanel()), stop: () => {} }
}

const configOf = ({ userPoolId, userPoolClientId }: IdentityService) =>
  JSON.stringify({ apiUrl: '/api', region: 'eu-west-1', userPoolId, userPoolClientId, cognitoEndpoint: '/cognito/' })

/** Starts every part in order; what was started is stopped again when a later part fails. */
export const startInstance = async (options: Options, onLost: () => void): Promise<RunningInstance> => {
  const stops: Stop[] = []
  const stop = async () => {
    for (const one of stops.splice(0).reverse())
      await Promise.resolve(one()).catch((error) => logFailure('stop', error))
  }
  const started = <T extends { stop: Stop }>(part: T) => {
    stops.push(() => part.stop())
    return part
  }
  try {
    openFolder(options.folder)
    const lock = takeFolder(options.folder)
    stops.push(lock.release)
    const gateway = await startGateway(options.port)
    stops.push(gateway.close)
    const { token, door } = createDoor((tick) => background.tick({ at: new Date().toISOString(), ...tick }))
    lock.tell({ url: gateway.url, token })
    const isNew = options.fresh || fillingOf(options.folder) === 'begun'
    if (isNew) emptyFolder(options.folder)
    if (!options.dev) keepFunctionLogs(join(options.folder, 'functions.log'))
    const secrets = ensureSecrets(options.folder)
    const mail = started(await startMail(join(options.folder, 'mail.jsonl')))
    const [engine, identity, files, panel] = await Promise.all([
      openStore(options.folder, lock, isNew, onLost).then(started),
      startIdentity(join(options.folder, 'identity'), roles, mail.deliver).then(started),
      openFiles(join(options.folder, 'files'), filesBucket, secrets.files),
      openPanel(options, gateway).then(started),
    ])
    const { userPoolId, userPoolClientId } = identity
    const publicUrl = gateway.url
    const at = { dynamodb: engine.endpoint, publicUrl, cognito: identity.endpoint, ses: mail.endpoint }
    setEnvironment(secrets, { ...at, userPoolId, userPoolClientId })
    gateway.open([['/files/', files.door]])
    await fillOnce(options, identity.ensureUser)
    const authorize = createAuthorizer({ ...identity, clientId: userPoolClientId })
    const api = createApi({ match: matchRoute, load: loadHandler, authorize })
    const config = configOf(identity)
    gateway.open([
      ['/api/', api],
      ['/s/', api],
      ['/cognito/', identity.door],
      ['/files/', files.door],
      ['/mail/', mail.door],
      ['/.door/', door],
      ['/config.json', jsonDoor(config)],
      ['/', panel.door],
    ])
    stops.push(startClock({ schedules, ...background }, options.clock === 'manual').stop)
    lock.tell({ isReady: true })
    void warm()
    return { url: gateway.url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Imports the entries one after another, so that the first request to each does not wait for it. */
const warm = async () => {
  for (const context of contexts) await loadHandler(context).catch((error) => logFailure(context, error))
}
