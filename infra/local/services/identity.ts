import { generateKeyPair, randomInt } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Jwks } from 'aws-jwt-verify/jwk'
import { writeWhole } from '#infra/local/disk/wholeFile.ts'
import { signInHandler } from '#infra/local/server/signInHandler.ts'
import { readSigningKey, type SigningKey, signingKeyFile, signingKeyForm } from './identityFiles.ts'
import { identityStores } from './identityStore.ts'
import { secretUrl } from './loopback.ts'
import { type Pool, SignIn } from './signIn.ts'
import { ensurePool, type UserPool } from './userPool.ts'

/** The identity provider at home: the protocol of Cognito, one pool, its own signing key. */
export type IdentityService = UserPool & {
  endpoint: string
  issuer: string
  jwks: Jwks
  handler: RequestListener
  stop(): Promise<void>
}

/** A message to a user, such as a code to reset a password. */
export type IdentityMail = { to: string; subject: string; text: string }

type CognitoMessage = { emailSubject?: string; emailMessage?: string; __code?: string }

/** Tokens name this issuer whatever the port, so a session survives a restart on another port. */
const issuerDomain = 'http://identity.redress.local'

const inside = createRequire(createRequire(import.meta.url).resolve('cognito-local'))

// Other parts start while it looks for primes.
const makeKeyPair = promisify(generateKeyPair)

const newKey = async (folder: string): Promise<SigningKey> => {
  const { privateKey, publicKey } = await makeKeyPair('rsa', { modulusLength: 2048 })
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'CognitoLocal', alg: 'RS256', use: 'sig' }
  const key = signingKeyForm.parse({ jwk, pem: privateKey.export({ format: 'pem', type: 'pkcs8' }) })
  writeWhole(join(dirname(folder), signingKeyFile), JSON.stringify(key))
  return key
}

/** The signing key inside the emulator is public, so each data folder gets its own before the first token is issued. */
const ownKey = async (folder: string): Promise<Jwks> => {
  const key = readSigningKey(dirname(folder)) ?? (await newKey(folder))
  Object.assign(inside('./keys/cognitoLocal.private.json'), { pem: key.pem })
  Object.assign(inside('./keys/cognitoLocal.public.json'), { jwk: key.jwk })
  return { keys: [key.jwk] }
}

/** The emulator: every call of Cognito for those who have its address, and what the calls of a sign-in are checked by. */
const emulator = async (folder: string, notify: (mail: IdentityMail) => void) => {
  const { DateClock, MessagesService } = inside('./services/index.js')
  const { CognitoServiceFactoryImpl } = inside('./services/cognitoService.js')
  const { UserPoolServiceFactoryImpl } = inside('./services/userPoolService.js')
  const { JwtTokenGenerator } = inside('./services/tokenGenerator.js')
  const { MessageDeliveryService } = inside('./services/messageDelivery/messageDelivery.js')
  const logger = inside('pino')({ level: 'silent' })
  const [clock, stores, triggers] = [new DateClock(), identityStores(folder), { enabled: () => false }]
  const pools = new UserPoolServiceFactoryImpl(clock, stores)
  const send = async (_context: unknown, _user: unknown, to: string, message: CognitoMessage) =>
    notify({
      to,
      subject: message.emailSubject ?? 'Your code',
      text: message.emailMessage ?? `Your code is ${message.__code ?? ''}`,
    })
  const services = {
    clock,
    triggers,
    config: {},
    cognito: await new CognitoServiceFactoryImpl(folder, stores, pools).create(
      { logger },
      { UsernameAttributes: ['email'] },
    ),
    messages: new MessagesService(triggers, new MessageDeliveryService({ sendEmail: send, sendSms: send })),
    // The emulator's own codes come from a generator that can be foretold.
    otp: () => String(randomInt(1_000_000)).padStart(6, '0'),
    tokenGenerator: new JwtTokenGenerator(clock, triggers, { IssuerDomain: issuerDomain }),
  }
  const route = inside('./server/Router.js').Router(services)
  const application: RequestListener = inside('./server/server.js').createServer(
    route,
    logger,
    {},
    services,
  ).application
  const poolOf = (clientId: string): Pool => {
    const users = () => services.cognito.getUserPoolForClientId({ logger }, clientId)
    return {
      clientId,
      call: (name, body) => route(name)({ logger }, body),
      userByName: async (name) => (await users()).getUserByUsername({ logger }, name),
      userByToken: async (token) => (await users()).getUserByRefreshToken({ logger }, token),
    }
  }
  return { application, poolOf }
}

/** Starts the identity provider on its data folder, with its pool, client and one group per role. */
export const startIdentity = async (
  folder: string,
  groups: readonly string[],
  notify: (mail: IdentityMail) => void,
): Promise<IdentityService> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const jwks = await ownKey(folder)
  const { application, poolOf } = await emulator(join(folder, 'pools'), notify)
  const { url: endpoint, server } = await secretUrl(application)
  const pool = await ensurePool(endpoint, groups)
  return {
    ...pool,
    endpoint,
    issuer: `${issuerDomain}/${pool.userPoolId}`,
    jwks,
    handler: signInHandler(new SignIn(poolOf(pool.userPoolClientId))),
    stop: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
