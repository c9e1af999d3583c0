import { join } from 'node:path'
import { bundleThread } from '#infra/bundle/bundleThread.ts'
import { watchFolder } from '#infra/local/disk/diskHealth.ts'
import { createApi } from '#infra/local/server/api.ts'
import { createAuthorizer } from '#infra/local/server/authorizer.ts'
import { type GatewayServer, startGateway } from '#infra/local/server/gateway.ts'
import { buildPanel, developPanel } from '#infra/local/server/panel.ts'
import { createStatic, serveJson } from '#infra/local/server/static.ts'
import { createTickHandler } from '#infra/local/server/tickRequests.ts'
import { openFiles } from '#infra/local/services/files.ts'
import { type IdentityService, startIdentity } from '#infra/local/services/identity.ts'
import { startMail } from '#infra/local/services/mail.ts'
import { openStore } from '#infra/local/services/store.ts'
import { roles } from '#shared/declaration/roles.ts'
import { lambdaNames, matchRoute } from '#shared/declaration/routes.ts'
import { schedules } from '#shared/declaration/schedules.ts'
import { startClock } from './clock.ts'
import { clearFolder, openFolder, seedStateOf, setSeedState } from './dataFolder.ts'
import { ensureSecrets, filesBucket, setEnvironment } from './environment.ts'
import { background, closeFunctions, listenToWrites, loadHandler, openFunctions, watchMachine } from './handlers.ts'
import { lockFolder } from './lock.ts'
import { logFailure, redirectFunctionLogs } from './log.ts'
import type { Options } from './options.ts'
import { seedOnce } from './seed.ts'

/** A running instance. */
export type RunningInstance = { url: string; mailUrl: string; stop(): Promise<void> }

type Stop = () => unknown

const openPanel = async (options: Options, gateway: GatewayServer) => {
  if (options.panel === 'none') return { handler: createStatic(''), stop: () => {} }
  if (options.dev) return developPanel(gateway.server)
  return { handler: createStatic(await buildPanel()), stop: () => {} }
}

const configOf = ({ userPoolId, userPoolClientId }: IdentityService) =>
  JSON.stringify({ apiUrl: '/api', region: 'eu-west-1', userPoolId, userPoolClientId, cognitoEndpoint: '/cognito/' })

/** Starts every part in order. When a part fails, stops the parts before it. */
export const startInstance = async (
  options: Options,
  onEngineExit: (reason?: unknown) => void,
): Promise<RunningInstance> => {
  const stops: Stop[] = []
  const stop = async () => {
    for (const stopPart of stops.splice(0).reverse())
      await Promise.resolve(stopPart()).catch((error) => logFailure('stop', error))
  }
  const register = <T extends { stop: Stop }>(part: T) => {
    stops.push(() => part.stop())
    return part
  }
  try {
    openFolder(options.folder)
    const lock = lockFolder(options.folder)
    stops.push(lock.release)
    const gateway = await startGateway(options.port)
    stops.push(gateway.close)
    const ticks = createTickHandler((tick) => background.tick({ at: new Date().toISOString(), ...tick }))
    lock.update({ url: gateway.url, token: ticks.token })
    const state = options.fresh ? 'begun' : seedStateOf(options.folder)
    const isNew = state === 'begun'
    if (isNew) clearFolder(options.folder)
    // Alone and first, because a folder of another layout is left as it is.
    const engine = register(
      await openStore(options.folder, lock, {
        ...{ publicUrl: gateway.url, isNew, onExit: onEngineExit },
        hasNewAuditKey: options['new-audit-key'],
      }),
    )
    if (state === 'none') setSeedState(options.folder, 'begun')
    const log = options.dev ? undefined : redirectFunctionLogs(join(options.folder, 'functions.log'))
    const secrets = ensureSecrets(options.folder)
    const mail = register(await startMail(join(options.folder, 'mail.jsonl'), secrets.mail))
    // Its build takes another processor than the demo that is written meanwhile.
    const panelOpening = openPanel(options, gateway).then(register)
    panelOpening.catch(() => {})
    const [identity, files, thread] = await Promise.all([
      startIdentity(join(options.folder, 'identity'), roles, mail.deliver).then(register),
      openFiles(join(options.folder, 'files'), filesBucket, secrets.files),
      bundleThread(),
    ])
    const { userPoolId, userPoolClientId } = identity
    const publicUrl = gateway.url
    const endpoints = { dynamodb: engine.endpoint, publicUrl, thread, cognito: identity.endpoint, ses: mail.endpoint }
    setEnvironment(options.folder, { ...endpoints, userPoolId, userPoolClientId })
    stops.push(closeFunctions)
    await watchMachine(watchFolder(options.folder, log?.lostLines))
    gateway.open([['/files/', files.handler]])
    await seedOnce(options, identity.ensureUser)
    const authorize = createAuthorizer({ ...identity, clientId: userPoolClientId })
    const api = createApi({ match: matchRoute, load: loadHandler, authorize })
    const config = configOf(identity)
    const panel = await panelOpening
    gateway.open([
      ['/api/', api],
      ['/s/', api],
      ['/cognito/', identity.handler],
      ['/files/', files.handler],
      ['/mail/', mail.handler],
      ['/.instance/', ticks.handler],
      ['/config.json', serveJson(config)],
      ['/', panel.handler],
    ])
    const clock = startClock({ schedules, ...background }, options.clock === 'manual')
    stops.push(clock.stop, await listenToWrites(clock.wake))
    const mailUrl = `${publicUrl}/mail/${secrets.mail}/`
    lock.update({ isReady: true, mailUrl })
    void warm()
    return { url: publicUrl, mailUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Imports the functions one after another, and starts the threads of lists, so that the first request to each does not wait. */
const warm = async () => {
  await openFunctions().catch((error) => logFailure('lists', error))
  for (const name of lambdaNames) await loadHandler(name).catch((error) => logFailure(name, error))
}
