import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AdminCreateUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthorizer } from '#infra/local/server/authorizer.ts'
import { type GatewayServer, startGateway } from '#infra/local/server/gateway.ts'
import { type FileStore, openFiles } from '#infra/local/services/files.ts'
import { type IdentityService, startIdentity } from '#infra/local/services/identity.ts'
import { type MailService, startMail } from '#infra/local/services/mail.ts'

const folder = mkdtempSync(join(tmpdir(), 'redress-parts-'))
const keys = { accessKeyId: 'redress-local', secretAccessKey: 'not-a-secret' }
const login = { email: 'officer@redress.test', password: 'Redress-demo-1', groups: ['officer', 'admin'] }
let gateway: GatewayServer
let identity: IdentityService
let mail: MailService
let files: FileStore

const startAll = async () => {
  mail = await startMail(join(folder, 'mail.jsonl'), 'secret')
  identity = await startIdentity(join(folder, 'identity'), ['officer', 'admin'], mail.deliver)
}
beforeAll(async () => {
  await startAll()
  files = await openFiles(join(folder, 'files'), 'redress-files', keys)
  gateway = await startGateway(0)
  gateway.open([
    ['/cognito/', (request, response) => identity.handler(request, response)],
    ['/mail/', (request, response) => mail.handler(request, response)],
    ['/files/', files.handler],
  ])
})
afterAll(async () => {
  await Promise.all([gateway.close(), identity.stop(), mail.stop()])
  rmSync(folder, { recursive: true, force: true })
})

const cognito = async (operation: string, body: object) => {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
  }
  const response = await fetch(`${gateway.url}/cognito/`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}
const signIn = (AuthFlow: string, AuthParameters: object) =>
  cognito('InitiateAuth', { AuthFlow, ClientId: identity.userPoolClientId, AuthParameters })
const withPassword = { USERNAME: login.email, PASSWORD: login.password }

describe('identity', () => {
  test('signs a user in with tokens the gateway accepts, groups in both', async () => {
    const { subject } = await identity.ensureUser(login)
    expect(await identity.ensureUser(login)).toEqual({ subject })
    const { AccessToken, IdToken } = (await signIn('USER_PASSWORD_AUTH', withPassword)).body.AuthenticationResult
    const authorize = createAuthorizer({ ...identity, clientId: identity.userPoolClientId })
    for (const token of [AccessToken, IdToken])
      expect(authorize(`Bearer ${token}`)).toMatchObject({ sub: subject, 'cognito:groups': '[admin officer]' })
  })

  test('refuses a wrong password, and every call that needs credentials', async () => {
    const wrong = await signIn('USER_PASSWORD_AUTH', { ...withPassword, PASSWORD: 'Wrong-pass-1' })
    expect(wrong).toMatchObject({ status: 400, body: { __type: 'NotAuthorizedException' } })
    for (const operation of ['AdminGetUser', 'AdminSetUserPassword', 'ListUsers', 'SignUp', 'UpdateUserAttributes'])
      expect((await cognito(operation, { UserPoolId: identity.userPoolId, Username: login.email })).status).toBe(404)
  })

  test('takes a new password at a first sign-in, and no challenge without it', async () => {
    const { userPoolId: UserPoolId, userPoolClientId: ClientId } = identity
    const admin = new CognitoIdentityProviderClient({
      endpoint: identity.endpoint,
      region: 'eu-west-1',
      credentials: keys,
    })
    const first = { USERNAME: 'nada@redress.test', PASSWORD: 'First-pass-2026' }
    const user = {
      UserPoolId,
      Username: first.USERNAME,
      TemporaryPassword: first.PASSWORD,
      MessageAction: 'SUPPRESS',
    } as const
    await admin.send(
      new AdminCreateUserCommand({ ...user, UserAttributes: [{ Name: 'email', Value: first.USERNAME }] }),
    )
    const forged = { ClientId, ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: 'any session at all, 20 letters' }
    const answers = { USERNAME: first.USERNAME, NEW_PASSWORD: 'Second-pass-2026' }
    const attack = await cognito('RespondToAuthChallenge', { ...forged, ChallengeResponses: answers })
    expect(attack).toMatchObject({ status: 400, body: { __type: 'NotAuthorizedException' } })
    const { body } = await signIn('USER_PASSWORD_AUTH', first)
    expect(body.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    const reply = { ...forged, Session: body.Session, ChallengeResponses: answers }
    expect((await cognito('RespondToAuthChallenge', reply)).body.AuthenticationResult.IdToken).toBeTruthy()
    expect((await signIn('USER_PASSWORD_AUTH', { ...first, PASSWORD: 'Second-pass-2026' })).status).toBe(200)
  })

  test('has nothing at its inner port, nor has the mail, for those who do not know the address', async () => {
    for (const address of [identity.endpoint, mail.endpoint]) {
      const { origin } = new URL(address)
      for (const path of ['/', '/x/', '/v2/email/outbound-emails', '/store']) {
        const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.ListUsers', origin: 'http://evil.test' }
        const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body: '{}' })
        expect([answer.status, await answer.text()]).toEqual([404, ''])
        expect(answer.headers.get('access-control-allow-origin')).toBeNull()
      }
    }
  })

  test('keeps sessions over a restart and signs with its own key', async () => {
    const first = (await signIn('USER_PASSWORD_AUTH', withPassword)).body.AuthenticationResult
    const { userPoolId, jwks } = identity
    await Promise.all([identity.stop(), mail.stop()])
    await startAll()
    expect(identity).toMatchObject({ userPoolId, jwks })
    const again = await signIn('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: first.RefreshToken })
    expect(again.body.AuthenticationResult.AccessToken).toBeTruthy()
    const require = createRequire(createRequire(import.meta.url).resolve('cognito-local'))
    const shipped = JSON.parse(readFileSync(require.resolve('./keys/cognitoLocal.public.json'), 'utf8'))
    expect(jwks.keys[0]).not.toHaveProperty('n', shipped.jwk.n)
  })
})

describe('mail', () => {
  const stored = async () => (await (await fetch(`${gateway.url}/mail/secret/store`)).json()).emails

  test('shows what was sent, also after a restart', async () => {
    const client = new SESv2Client({ endpoint: mail.endpoint, region: 'eu-west-1', credentials: keys })
    const content = { Subject: { Data: 'How was it?' }, Body: { Text: { Data: 'A link' } } }
    const to = { ToAddresses: ['amal@example.test'] }
    const from = 'no-reply@redress.test'
    await client.send(new SendEmailCommand({ FromEmailAddress: from, Destination: to, Content: { Simple: content } }))
    await mail.stop()
    mail = await startMail(join(folder, 'mail.jsonl'), 'secret')
    expect((await stored()).at(-1)).toMatchObject({ subject: 'How was it?', destination: { to: to.ToAddresses } })
  })

  test('delivers a code to reset a password', async () => {
    await identity.ensureUser(login)
    await cognito('ForgotPassword', { ClientId: identity.userPoolClientId, Username: login.email })
    expect((await stored()).at(-1).body.text).toMatch(/^Your code is \d+$/)
  })

  test('has a viewer that loads nothing outside its own folder, and cannot send', async () => {
    const page = await (await fetch(`${gateway.url}/mail/secret/`)).text()
    expect(page).toContain('fetch(`store?since=')
    expect(page).not.toMatch(/fetch\(['"`]\//)
    for (const path of ['', 'store', 'other/store', 'secre/store'])
      expect((await fetch(`${gateway.url}/mail/${path}`)).status).toBe(404)
    expect((await fetch(`${gateway.url}/mail/secret/v2/email/outbound-emails`, { method: 'POST' })).status).toBe(404)
  })
})

describe('files', () => {
  const client = () =>
    new S3Client({ endpoint: `${gateway.url}/files`, region: 'eu-west-1', credentials: keys, forcePathStyle: true })
  const place = { Bucket: 'redress-files', Key: 'exports/ملف 1+é.csv' }
  const presigned = (expiresIn: number, signingDate = new Date()) =>
    getSignedUrl(client(), new GetObjectCommand({ ...place, ResponseContentDisposition: 'attachment' }), {
      expiresIn,
      signingDate,
    })

  test('are stored, and read through a presigned address', async () => {
    await client().send(new PutObjectCommand({ ...place, Body: 'a,b\r\n', ContentType: 'text/csv' }))
    const response = await fetch(await presigned(60))
    expect([response.status, await response.text()]).toEqual([200, 'a,b\r\n'])
    expect(response.headers.get('content-disposition')).toBe('attachment')
  })

  test('are not served to an unsigned, altered, expired or foreign address', async () => {
    const good = await presigned(60)
    const foreign = new S3Client({
      endpoint: `${gateway.url}/files`,
      region: 'eu-west-1',
      credentials: { ...keys, secretAccessKey: 'guessed' },
      forcePathStyle: true,
    })
    const bad = [
      good.split('?')[0] ?? '',
      good.replace('exports', 'other'),
      good.replace('Expires=60', 'Expires=6000'),
      good.replace('response-content-disposition=attachment', 'response-content-disposition=inline'),
      await presigned(60, new Date(Date.now() - 120_000)),
      await getSignedUrl(foreign, new GetObjectCommand(place)),
    ]
    for (const address of bad) expect((await fetch(address)).status, address).toBe(403)
    await expect(foreign.send(new PutObjectCommand({ ...place, Body: 'x' }))).rejects.toThrow()
  })
})
