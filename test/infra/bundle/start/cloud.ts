import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { type AccessRequest, may, type PolicyStatementJson } from '#test/infra/aws/checks/statements.ts'
import { accessesOf } from './access.ts'

/** The services of a function at one address: the engine behind its rights, and fixed answers for the others. */
export interface Cloud {
  readonly url: string
  /** Actions that the function called, in order. */
  readonly actions: string[]
  /** Calls that the function's rights do not allow, which were refused. */
  readonly refused: string[]
  readonly close: () => Promise<void>
}

interface CloudCall {
  readonly accesses: readonly AccessRequest[]
  /** The fixed answer; undefined when the engine answers. */
  readonly answer?: object
}

const jsonActions: Readonly<Record<string, string>> = {
  'secretsmanager.': 'secretsmanager:',
  'AmazonSQS.': 'sqs:',
  'AWSCognitoIdentityProviderService.': 'cognito-idp:',
}

function callOf(request: IncomingMessage, body: string): CloudCall {
  const target = String(request.headers['x-amz-target'] ?? '')
  const call = target.slice(target.indexOf('.') + 1)
  if (target.startsWith('DynamoDB_')) return { accesses: accessesOf(call, JSON.parse(body)) }
  const service = jsonActions[target.slice(0, target.indexOf('.') + 1)]
  if (service) return { accesses: [{ action: `${service}${call}` }], answer: answerOf(call, JSON.parse(body)) }
  if (request.url?.includes('/outbound-emails'))
    return { accesses: [{ action: 'ses:SendEmail' }], answer: { MessageId: 'sent' } }
  if (body.includes('Action=Publish')) return { accesses: [{ action: 'sns:Publish' }], answer: {} }
  return { accesses: [{ action: `s3:${request.method === 'PUT' ? 'PutObject' : 'GetObject'}` }], answer: {} }
}

/** Secrets are those of the tests, so that their signatures are valid inside too; the pool accepts everybody. */
function answerOf(call: string, { SecretId: id, Username: name }: Readonly<Record<string, string>>): object {
  if (call === 'GetSecretValue') return { SecretString: process.env[id?.replace(/_ARN$/, '') ?? ''] }
  const attributes = [{ Name: 'sub', Value: `subject of ${name}` }]
  if (call === 'AdminGetUser') return { Username: name, UserAttributes: attributes, Enabled: true }
  return call === 'AdminCreateUser' ? { User: { Username: name, Attributes: attributes } } : { Groups: [] }
}

/** Opens the services to one function, under the rights its template gives it. */
export async function openCloud(engine: string, statements: readonly PolicyStatementJson[]): Promise<Cloud> {
  const actions: string[] = []
  const refused: string[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const { accesses, answer } = callOf(request, body)
    actions.push(...accesses.map(({ action }) => action))
    const beyond = accesses.filter((access) => !may(statements, access))
    if (beyond.length > 0) {
      refused.push(
        ...beyond.map(({ action, partition, index }) => [action, index, partition].filter(Boolean).join(' ')),
      )
      return response.writeHead(400).end('{"__type":"com.amazon.coral.service#AccessDeniedException"}')
    }
    if (answer) return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    const { host: _, 'content-length': __, ...headers } = request.headers
    const reply = await fetch(engine, { method: 'POST', headers: headers as Record<string, string>, body })
    response.writeHead(reply.status, { 'content-type': 'application/x-amz-json-1.0' }).end(await reply.text())
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
