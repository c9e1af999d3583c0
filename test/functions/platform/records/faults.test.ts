import { BatchGetCommand, DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { verifyAudit } from '#functions/system/operations.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as, type CallReply } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
const real = DynamoDBDocumentClient.prototype.send
let patientId: string
let mock: ReturnType<typeof mockClient> | undefined

beforeAll(async () => {
  patientId = (await seed(Patient, { ...Patient.example, siteId: world().siteId })).id
})
afterEach(() => mock?.restore())

type StoreReply = Awaited<ReturnType<ReturnType<typeof mockClient>['send']>>
type Run = () => Promise<StoreReply>

/** Routes every call of the store through `intercept`, which may skip the real call or change its answer. */
function interceptStore(intercept: (command: object, run: Run) => Promise<StoreReply>): void {
  mock?.restore()
  mock = mockClient(DynamoDBDocumentClient)
  mock.send.callsFake(function (this: DynamoDBDocumentClient, command: object) {
    return intercept(command, () => Reflect.apply(real, this, [command]))
  })
}

const fault = (name: string, more: object = {}) => Object.assign(new Error(`${name}: secret words`), { name }, more)
const cancelled = (...codes: string[]) =>
  fault('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) })

/** Fails the first transactions, before or after the store runs them. */
function failWrites(times: number, error: Error, isCarriedOut = false): void {
  let remaining = times
  interceptStore(async (command, run) => {
    if (!(command instanceof TransactWriteCommand) || remaining-- <= 0) return run()
    if (isCarriedOut) await run()
    throw error
  })
}

const newCase = (key?: string): Promise<CallReply> =>
  as('front-desk')(
    'POST /api/cases',
    { ...Case.example, siteId: world().siteId, patientId },
    { headers: { ...(key && { 'Idempotency-Key': key }) } },
  )
const patch = (id: string, version: number, level: number) =>
  as('officer')(`PATCH /api/cases/${id}`, { level }, { headers: { 'If-Match': `"${version}"` } })
const countCases = async () => Number((await as('officer')('GET /api/cases')).headers['x-total-count'])

/** Expects a busy answer: the problem document says when to try again and contains no message of the store. */
function busy(answer: CallReply): void {
  expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '2' }, body: { status: 503, retryAfter: 2 } })
  expect(answer.text).not.toMatch(/secret words|Exception|\bat .*\.ts/)
}

test.each([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  'InternalServerError',
  'TimeoutError',
])(
  '%s of a read or a write becomes 503 with Retry-After',
  async (name) => {
    const { body } = await newCase()
    const before = await countCases()
    const error = name === 'TransactionInProgressException' ? cancelled('ThrottlingError') : fault(name)
    interceptStore(async () => {
      throw error
    })
    busy(await as('director')(`GET /api/cases/${body.id}`))
    busy(await as('director')('GET /api/cases'))
    failWrites(Number.POSITIVE_INFINITY, error)
    busy(await newCase())
    mock?.restore()
    expect(await countCases()).toBe(before)
  },
  30_000,
)

test.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE'])('a connection that fails with %s becomes 503', async (code) => {
  failWrites(1, Object.assign(new Error('connect'), { code }))
  busy(await newCase())
})

test('two transactions in conflict are tried again until both are written', async () => {
  failWrites(3, cancelled('None', 'TransactionConflict', 'None'))
  expect((await newCase()).status).toBe(201)
  failWrites(2, fault('TransactionConflictException'))
  expect((await newCase()).status).toBe(201)
})

test('a transaction that is tried again has a new token', async () => {
  const tokens: unknown[] = []
  interceptStore(async (command, run) => {
    if (!(command instanceof TransactWriteCommand)) return run()
    tokens.push(command.input.ClientRequestToken)
    if (tokens.length < 3) throw cancelled('TransactionConflict')
    return run()
  })
  expect((await newCase()).status).toBe(201)
  expect(new Set(tokens).size).toBe(3)
})

test('a record changed between reading and writing is returned in its current state', async () => {
  const { body } = await newCase()
  let isFirst = true
  interceptStore(async (command, run) => {
    if (command instanceof TransactWriteCommand && isFirst) {
      isFirst = false
      expect((await patch(body.id, 1, 2)).status).toBe(200)
    }
    return run()
  })
  const late = await as('officer')(
    `PATCH /api/cases/${body.id}`,
    { summary: 'Late.' },
    { headers: { 'If-Match': '"1"' } },
  )
  expect(late).toMatchObject({ status: 412, body: { current: { version: 2, level: 2, summary: body.summary } } })
})

test.each([
  ['before', false],
  ['after', true],
])('a creation that fails %s its write is made once by its key', async (when, isCarriedOut) => {
  const before = await countCases()
  failWrites(1, fault('TimeoutError'), isCarriedOut)
  busy(await newCase(`cut-${when}`))
  const again = await newCase(`cut-${when}`)
  expect(again).toMatchObject({ status: 201, body: { version: 1 } })
  expect((await newCase(`cut-${when}`)).body.id).toBe(again.body.id)
  expect(await countCases()).toBe(before + 1)
})

test('a change whose answer is lost is not made twice: the version shows it', async () => {
  const { body } = await newCase()
  failWrites(1, fault('TimeoutError'), true)
  busy(await patch(body.id, 1, 2))
  expect(await patch(body.id, 1, 2)).toMatchObject({ status: 412, body: { current: { version: 2, level: 2 } } })
})

test('keys that the store did not read are read again; if it never reads them, the answer is busy', async () => {
  const ids = [(await newCase()).body.id, (await newCase()).body.id, (await newCase()).body.id]
  const many = () => as('officer')('GET /api/cases', undefined, { query: { filter: { id: ids } } })
  const table = process.env.TABLE_NAME ?? ''
  const skipKeys = (times: number) => {
    let remaining = times
    interceptStore(async (command, run) => {
      if (!(command instanceof BatchGetCommand) || remaining-- <= 0) return run()
      const [first, ...rest] = command.input.RequestItems?.[table]?.Keys ?? []
      command.input.RequestItems = { [table]: { Keys: first ? [first] : [] } }
      const answer = await run()
      const waiting = rest.length > 0 ? rest : [first]
      return { ...answer, UnprocessedKeys: { [table]: { Keys: waiting } } }
    })
  }
  skipKeys(2)
  expect((await many()).body.map(({ id }: { id: string }) => id)).toEqual(ids)
  skipKeys(Number.POSITIVE_INFINITY)
  busy(await many())
})

test('a row that the store throttles is reported; the others are written', async () => {
  const cases = [(await newCase()).body, (await newCase()).body]
  interceptStore(async (command, run) => {
    const isUnlucky = command instanceof TransactWriteCommand && JSON.stringify(command.input).includes(cases[0].id)
    if (isUnlucky) throw fault('ThrottlingException')
    return run()
  })
  const rows = cases.map(({ id, version }) => ({ id, version, changes: { level: 2 } }))
  const { status, body } = await as('officer')('POST /api/cases/rows', rows)
  expect(status).toBe(200)
  expect(body).toMatchObject([
    { ok: false, status: 503 },
    { ok: true, record: { level: 2 } },
  ])
})

test('an unexpected error is answered without its message', async () => {
  failWrites(1, fault('ValidationException'))
  const answer = await newCase()
  expect(answer).toMatchObject({ status: 500, headers: { 'content-type': 'application/problem+json' } })
  expect(answer.text).not.toMatch(/secret words|Exception|\bat .*\.ts/)
})

test('a crash before or after any call of the store leaves all changes or none', { timeout: 60_000 }, async () => {
  const { body: kept } = await newCase()
  let version = 1
  const journeys = [
    (key: string) => newCase(key),
    async () => {
      const answer = await as('officer')(`PATCH /api/cases/${kept.id}`, { summary: `At ${version}.`, version })
      if (answer.status === 412) version = answer.body.current.version
      return answer
    },
  ]
  for (const [number, journey] of journeys.entries())
    for (const isCarriedOut of [false, true]) {
      let reached = 0
      for (let index = 0; reached >= index; index++) {
        const key = `crash-${number}-${index}-${isCarriedOut}`
        reached = -1
        interceptStore(async (_command, run) => {
          if (++reached !== index) return run()
          if (isCarriedOut) await run()
          throw fault('Crash')
        })
        await journey(key)
        mock?.restore()
        const again = await journey(key)
        expect([200, 201, 412]).toContain(again.status)
      }
    }
  const numbers = (await as('officer')('GET /api/cases', undefined, { query: { range: [0, 199] } })).body.map(
    ({ number }: { number: string }) => Number(number.slice(-6)),
  )
  expect(numbers.sort((a: number, b: number) => a - b)).toEqual(numbers.map((_: number, n: number) => n + 1))
  for await (const finding of verifyAudit()) expect(finding).toBeUndefined()
})
