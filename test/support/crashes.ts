import { AsyncLocalStorage } from 'node:async_hooks'
import {
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, vi } from 'vitest'

/** A process that dies before one of its writes to the store, and does nothing afterwards. */
interface MortalProcess {
  writesLeft: number
  isDead: boolean
}

const processes = new AsyncLocalStorage<MortalProcess>()
const writes = [TransactWriteCommand, UpdateCommand, PutCommand, DeleteCommand, BatchWriteCommand]

/** Lets work die in the tests of a file; call at the top. */
export function useCrashes(): void {
  const real = DynamoDBDocumentClient.prototype.send
  beforeAll(() => {
    const send = vi.spyOn(DynamoDBDocumentClient.prototype, 'send')
    send.mockImplementation(async function (this: DynamoDBDocumentClient, command: object) {
      const own = processes.getStore()
      if (own && writes.some((each) => command instanceof each)) own.isDead ||= own.writesLeft-- <= 0
      if (own?.isDead) throw new Error('The process is dead')
      return Reflect.apply(real, this, [command])
    } as never)
  })
  afterAll(() => vi.restoreAllMocks())
}

/**
 * Does work in a process that dies after so many writes; whether it died. What reads between two writes leaves no trace,
 * so that dying before each write is dying between any two calls of the store.
 */
export async function diesAfter(writesLeft: number, work: () => Promise<unknown>): Promise<boolean> {
  const own: MortalProcess = { writesLeft, isDead: false }
  try {
    await processes.run(own, work)
  } catch (error) {
    if (!own.isDead) throw error
  }
  return own.isDead
}
