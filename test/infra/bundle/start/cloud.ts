import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { auditKeyFile, auditKeysIn } from '#functions/platform/store/audit/auditKeys.ts'
import { changesIndex } from '#functions/platform/store/table.ts'
import { type AccessRequest, may, type PolicyStatementJson } from '#test/infra/aws/checks/statements.ts'
import { accessesOf } from './access.ts'

/** The services of a function at one address: the engine behind its rights, files, and fixed answers for the others. */
export interface Cloud {
  readonly url: string
  /** Actions that the function called, in order. */
  readonly actions: string[]
  /** Calls that the function's rights do not allow, which were refused. */
  readonly refused: string[]
  readonly close: () => Promise<void>
}

/** What a cloud has beside its engine. */
export interface CloudContent {
  /** Files by their path, the bucket first. */
  readonly files?: Map<string, Buffer<ArrayBuffer>>
  /** Records that the index of changes does not tell of yet. */
  readonly late?: readonly string[]
}

/** The values of the secret by which functions know CloudFront: the current one, and the one before. */
export const originValues = { AWSCURRENT: 'what CloudFront sends', AWSPREVIOUS: 'what it sent before' } as const

interface CloudCall {
  readonly accesses: readonly AccessRequest[]
  /** The answer; undefined when the engine answers. */
  readonly answer?: object | Buffer<ArrayBuffer> | 404 | 412
}

const jsonActions: Readonly<Record<string, string>> = {
  'secretsmanager.': 'secretsmanager:',
  'AmazonSQS.': 'sqs:',
  'TrentService.': 'kms:',
  'AWSCognitoIdentityProviderService.': 'cognito-idp:',
}

function callOf(
  request: IncomingMessage,
  body: Buffer<ArrayBuffer>,
  files: Map<string, Buffer<ArrayBuffer>>,
): CloudCall {
  const target = String(request.headers['x-amz-target'] ?? '')
  const call = target.slice(target.indexOf('.') + 1)
  if (target.startsWith('DynamoDB_')) return { accesses: accessesOf(call, JSON.parse(body.toString())) }
  const service = jsonActions[target.slice(0, target.indexOf('.') + 1)]
  if (service)
    return { accesses: [{ action: `${service}${call}` }], answer: answerOf(call, JSON.parse(body.toString())) }
  if (request.url?.includes('/outbound-emails'))
    return { accesses: [{ action: 'ses:SendEmail' }], answer: { MessageId: 'sent' } }
  if (body.includes('Action=Publish')) return { accesses: [{ action: 'sns:Publish' }], answer: {} }
  const path = (request.url ?? '').slice(1)
  const isWrite = request.method === 'PUT'
  const isRefused = request.headers['if-none-match'] === '*' && files.has(path)
  const access = { action: `s3:${isWrite ? 'PutObject' : 'GetObject'}`, bucket: path.split('/')[0] ?? '' }
  if (isWrite && !isRefused) files.set(path, body)
  return { accesses: [access], answer: isRefused ? 412 : isWrite ? {} : (files.get(path) ?? 404) }
}

/** The MAC of a message under the key of the tests, as KMS answers it; history that a bundle writes is verified with that key. */
function macOfTests(message: string): string | undefined {
  const [key] = auditKeysIn(readFileSync(auditKeyFile(process.env.AUDIT_FOLDER ?? ''), 'utf8'))
  if (!key || !('bits' in key)) return undefined
  return createHmac('sha256', key.bits).update(Buffer.from(message, 'base64')).digest('base64')
}

/** Secrets are those of the tests, so that their signatures are valid inside too; the pool accepts everybody. */
function answerOf(call: string, body: Readonly<Record<string, string>>): object {
  const { SecretId: id, Username: name, VersionStage: stage, Message: message = '' } = body
  if (call === 'GenerateMac') return { Mac: macOfTests(message) }
  if (call === 'GetSecretValue')
    return {
      SecretString:
        id === 'ORIGIN_SECRET_ARN'
          ? originValues[stage === 'AWSPREVIOUS' ? stage : 'AWSCURRENT']
          : process.env[id?.replace(/_ARN$/, '') ?? ''],
    }
  const attributes = [{ Name: 'sub', Value: `subject of ${name}` }]
  if (call === 'AdminGetUser') return { Username: name, UserAttributes: attributes, Enabled: true }
  return call === 'AdminCreateUser' ? { User: { Username: name, Attributes: attributes } } : { Groups: [] }
}

/** An answer of the engine without the changes that it does not tell of yet. */
function withoutLate(answer: string, { index }: AccessRequest, late: readonly string[]): string {
  if (index !== changesIndex.name || late.length === 0) return answer
  const page: { Items?: { pk: { S: string } }[] } = JSON.parse(answer)
  return JSON.stringify({ ...page, Items: page.Items?.filter(({ pk }) => !late.includes(pk.S)) })
}

/** Opens the services to one function, under the rights its template gives it. */
export async function openCloud(
  engine: string,
  statements: readonly PolicyStatementJson[],
  { files = new Map(), late = [] }: CloudContent = {},
): Promise<Cloud> {
  const actions: string[] = []
  const refused: string[] = []
  const server = createServer(async (request, response) => {
    const body = (await buffer(request)) as Buffer<ArrayBuffer>
    const { accesses, answer } = callOf(request, body, files)
    actions.push(...accesses.map(({ action }) => action))
    const beyond = accesses.filter((access) => !may(statements, access))
    if (beyond.length > 0) {
      refused.push(
        ...beyond.map(({ action, partition, index, bucket }) =>
          [action, index, partition, bucket].filter(Boolean).join(' '),
        ),
      )
      return response.writeHead(400).end('{"__type":"com.amazon.coral.service#AccessDeniedException"}')
    }
    if (typeof answer === 'number') return response.writeHead(answer).end()
    if (Buffer.isBuffer(answer)) return response.writeHead(200).end(answer)
    if (answer) return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    const { host: _, 'content-length': __, ...headers } = request.headers
    const reply = await fetch(engine, { method: 'POST', headers: headers as Record<string, string>, body })
    const [access = { action: '' }] = accesses
    const text = withoutLate(await reply.text(), access, late)
    response.writeHead(reply.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, actions, refused, close }
}
