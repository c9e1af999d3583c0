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

/** Lets every call of the store go through `meddle`, which runs the real call or not, and may spoil its answer. */
function meddleWith(meddle: (command: object, run: Run) => Promise<StoreReply>): void {
  mock?.restore()
  mock = mockClient(DynamoDBDocumentClient)
  mock.send.callsFake(function (this: DynamoDBDocumentClient, command: object) {
    return meddle(command, () => Reflect.apply(real, this, [command]))
  })
}

const fault = (name: string, more: object = {}) => Object.assign(new Error(`${name}: secret words`), { name }, more)
const cancelled = (...codes: string[]) =>
  fault('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) })

/** Fails the first so many transactions, before or after they are carried out. */
function failWrites(times: number, error: Error, isCarriedOut = false): void {
  let left = times
  meddleWith(async (command, run) => {
    if (!(command instanceof TransactWriteCommand) || left-- <= 0) return run()
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

/** A refusal of the store told in our words: try again, and when. */
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
  '%s of a read or a write is told as 503 with Retry-After',
  async (name) => {
    const { body } = await newCase()
    const before = await countCases()
    const error = name === 'TransactionInProgressException' ? cancelled('ThrottlingError') : fault(name)
    meddleWith(async () => {
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

test.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE'])('a connection that fails with %s is told as 503', async (code) => {
  failWrites(1, Object.assign(new Error('connect'), { code }))
  busy(await newCase())
})

test('two transactions that meet are tried again until both are written', async () => {
  failWrites(3, cancelled('None', 'TransactionConflict', 'None'))
  expect((await newCase()).status).toBe(201)
  failWrites(2, fault('TransactionConflictException'))
  expect((await newCase()).status).toBe(201)
})

test('a transaction that is tried again is asked for under a new token', async () => {
  const tokens: unknown[] = []
  meddleWith(async (command, run) => {
    if (!(command instanceof TransactWriteCommand)) return run()
    tokens.push(command.input.ClientRequestToken)
    if (tokens.length < 3) throw cancelled('TransactionConflict')
    return run()
  })
  expect((await newCase()).status).toBe(201)
  expect(new Set(tokens).size).toBe(3)
})

test('a record changed between reading and writing is shown as it stands', async () => {
  const { body } = await newCase()
  let isFirst = true
  meddleWith(async (command, run) => {
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
])('a creation cut off %s it is written is made once by its key', async (when, isCarriedOut) => {
  const before = await countCases()
  failWrites(1, fault('TimeoutError'), isCarriedOut)
  busy(await newCase(`cut-${when}`))
  const again = await newCase(`cut-${when}`)
  expect(again).toMatchObject({ status: 201, body: { version: 1 } })
  expect((await newCase(`cut-${when}`)).body.id).toBe(again.body.id)
  expect(await countCases()).toBe(before + 1)
})

test('a change whose answer is lost is found done: the version says so, and nothing is done twice', async () => {
  const { body } = await newCase()
  failWrites(1, fault('TimeoutError'), true)
  busy(await patch(body.id, 1, 2))
  expect(await patch(body.id, 1, 2)).toMatchObject({ status: 412, body: { current: { version: 2, level: 2 } } })
})

test('keys the store left unread are asked for again; when it never reads them, it is busy', async () => {
  const ids = [(await newCase()).body.id, (await newCase()).body.id, (await newCase()).body.id]
  const many = () => as('officer')('GET /api/cases', undefined, { query: { filter: { id: ids } } })
  const table = process.env.TABLE_NAME ?? ''
  const leaving = (times: number) => {
    let left = times
    meddleWith(async (command, run) => {
      if (!(command instanceof BatchGetCommand) || left-- <= 0) return run()
      const [first, ...rest] = command.input.RequestItems?.[table]?.Keys ?? []
      command.input.RequestItems = { [table]: { Keys: first ? [first] : [] } }
      const answer = await run()
      const waiting = rest.length > 0 ? rest : [first]
      return { ...answer, UnprocessedKeys: { [table]: { Keys: waiting } } }
    })
  }
  leaving(2)
  expect((await many()).body.map(({ id }: { id: string }) => id)).toEqual(ids)
  leaving(Number.POSITIVE_INFINITY)
  busy(await many())
})

test('a row the store has no time for says so; the others are written and answer', async () => {
  const made = [(await newCase()).body, (await newCase()).body]
  meddleWith(async (command, run) => {
    const isUnlucky = command instanceof TransactWriteCommand && JSON.stringify(command.input).includes(made[0].id)
    if (isUnlucky) throw fault('ThrottlingException')
    return run()
  })
  const rows = made.map(({ id, version }) => ({ id, version, changes: { level: 2 } }))
  const { status, body } = await as('officer')('POST /api/cases/rows', rows)
  expect(status).toBe(200)
  expect(body).toMatchObject([
    { ok: false, status: 503 },
    { ok: true, record: { level: 2 } },
  ])
})

test('what nobody foresaw is told without a word of it', async () => {
  failWrites(1, fault('ValidationException'))
  const answer = await newCase()
  expect(answer).toMatchObject({ status: 500, headers: { 'content-type': 'application/problem+json' } })
  expect(answer.text).not.toMatch(/secret words|Exception|\bat .*\.ts/)
})

test('a crash at any call of the store, before or after it, leaves all or nothing', { timeout: 60_000 }, async () => {
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
        meddleWith(async (_command, run) => {
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
