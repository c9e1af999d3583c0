import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { handleStream } from '#functions/platform/jobs/events.ts'
import { firstDeliveryAt } from '#functions/platform/store/items/deliveryItems.ts'
import { useTable } from '#test/support/table.ts'
import { newPayer, outboxItems, passTo, stream, sweepThrough, TestConsumer } from './scene.ts'

useTable({ people: false })
vi.useFakeTimers({ toFake: ['Date'] })
afterAll(() => vi.useRealTimers())
afterEach(() => vi.restoreAllMocks())
beforeEach(() => sweepThrough([]))

const noFailures = { batchItemFailures: [] }

/** Has the store refuse every transaction. */
function refuseTransactions(): void {
  const real = DynamoDBDocumentClient.prototype.send
  const send = vi.spyOn(DynamoDBDocumentClient.prototype, 'send')
  send.mockImplementation(async function (this: DynamoDBDocumentClient, command: object) {
    if (command instanceof TransactWriteCommand) throw new Error('The store is away')
    return Reflect.apply(real, this, [command])
  } as never)
}

test('the stream puts a failure down to wait and goes on; the sweep calls the consumer when it is due', async () => {
  const broken = new TestConsumer('fails', ({ eventId }) => eventId === bad && broken.calls.length < 4)
  const [bad, good] = [await newPayer(), await newPayer()]
  expect(await handleStream([broken], await stream())).toEqual(noFailures)
  expect(await outboxItems()).toEqual([])
  expect(await handleStream([broken], { sweep: true })).toEqual(noFailures)
  expect(broken.calls.map(({ eventId }) => eventId).sort()).toEqual([bad, good].sort())
  passTo((await firstDeliveryAt()) ?? '')
  await handleStream([broken], { sweep: true })
  expect(broken.calls.at(-1)?.eventId).toBe(bad)
  await sweepThrough([broken])
  expect(broken.calls).toHaveLength(4)
})

test('a failure that cannot be put down is reported to the stream, and the item stays for the sweep', async () => {
  const broken = new TestConsumer('fails', () => true)
  await newPayer()
  const brought = await stream()
  refuseTransactions()
  expect(await handleStream([broken], brought)).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] })
  vi.restoreAllMocks()
  expect(await outboxItems()).toHaveLength(1)
  broken.fails = () => false
  await sweepThrough([broken])
  expect(await outboxItems()).toEqual([])
  expect(broken.calls).toHaveLength(2)
})

test('an item that was put down to wait and comes once more begins no second row of attempts', async () => {
  const broken = new TestConsumer('fails', () => true)
  await newPayer()
  const brought = await stream()
  await handleStream([broken], brought)
  const before = await firstDeliveryAt()
  for (let count = 0; count < 3; count++) expect(await handleStream([broken], brought)).toEqual(noFailures)
  expect(await firstDeliveryAt()).toBe(before)
  await sweepThrough([broken])
  expect(broken.calls).toHaveLength(12 + 3)
})
