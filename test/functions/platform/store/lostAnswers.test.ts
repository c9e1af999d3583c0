import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, expect, test, vi } from 'vitest'
import { Payer } from '#shared/entities/payer.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'

useTable()
afterEach(() => vi.restoreAllMocks())

const real = DynamoDBDocumentClient.prototype.send

/**
 * What the client makes of a transaction whose first answer was lost with an engine that was started again: its second try
 * has every condition against it. `before` is what is written meanwhile.
 */
function loseAnswer(before: (command: TransactWriteCommand) => Promise<unknown>): void {
  let isLost = false
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(async function (
    this: DynamoDBDocumentClient,
    command: object,
  ) {
    if (isLost || !(command instanceof TransactWriteCommand)) return Reflect.apply(real, this, [command])
    isLost = true
    await before(command)
    const CancellationReasons = command.input.TransactItems?.map(() => ({ Code: 'ConditionalCheckFailed' }))
    throw Object.assign(new Error('Cancelled'), {
      name: 'TransactionCanceledException',
      CancellationReasons,
      $metadata: { attempts: 2 },
    })
  } as never)
}

/** The first try was written, though nobody heard of it. */
const written = (client: DynamoDBDocumentClient) => (command: TransactWriteCommand) =>
  Reflect.apply(real, client, [command])

const client = async () => (await import('#functions/platform/store/client.ts')).store()
const payer = (code: string) => ({ ...Payer.example, name: `Payer ${code}`, code })

test('a record whose first answer was lost is created once, and said to be created', async () => {
  loseAnswer(written(await client()))
  const { status, body } = await as('everyone')('POST /api/payers', payer('LOST1'))
  expect([status, body.version]).toEqual([201, 1])
  expect((await as('everyone')(`GET /api/payers/${body.id}`)).body).toMatchObject({ version: 1, code: 'LOST1' })
})

test('a change whose first answer was lost is made once, and not refused for itself', async () => {
  const { id } = (await as('everyone')('POST /api/payers', payer('LOST2'))).body
  loseAnswer(written(await client()))
  const { status, body } = await as('everyone')(`PATCH /api/payers/${id}`, { version: 1, name: 'Changed once' })
  expect([status, body]).toEqual([200, expect.objectContaining({ version: 2, name: 'Changed once' })])
})

test('a repetition that meets the change of somebody else is refused as ever', async () => {
  const { id } = (await as('everyone')('POST /api/payers', payer('LOST3'))).body
  const other = { version: 1, name: 'Changed by somebody else' }
  loseAnswer(() => as('everyone')(`PATCH /api/payers/${id}`, other))
  expect((await as('everyone')(`PATCH /api/payers/${id}`, { version: 1, name: 'Too late' })).status).toBe(412)
  expect((await as('everyone')(`GET /api/payers/${id}`)).body).toMatchObject({ version: 2, name: other.name })
})
