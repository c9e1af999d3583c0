import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import { notedFault, noteWrite } from './storeFault.ts'

let client: DynamoDBDocumentClient | undefined

// A request that waits for a free socket counts as one that cannot connect, and at home one process has them all.
const sockets = { maxSockets: 200 } as const

/** The one client of the table, created when it is first used. */
export function store(): DynamoDBDocumentClient {
  client ??= connected()
  return client
}

/** How long one try of a call waits for its answer, in milliseconds; an engine that hangs is left after four of them. */
const answerMs = 4000

const isWrite = (command: unknown): boolean => /Put|Update|Delete|Write/.test(String(command))

function connected(): DynamoDBDocumentClient {
  const plain = new DynamoDBClient({
    region: env.region,
    endpoint: env.endpoint('DYNAMODB'),
    maxAttempts: 4,
    requestHandler: {
      requestTimeout: answerMs,
      throwOnRequestTimeout: true,
      connectionTimeout: 2000,
      httpAgent: sockets,
      httpsAgent: sockets,
    },
  })
  // It copies every request and answer for a log that is not written: a sixth of the time of a long list.
  plain.middlewareStack.remove('loggerMiddleware')
  // Inside the tries of a call: one that a full disk refuses is not repeated as one that a busy store refuses.
  plain.middlewareStack.add(
    (next, { commandName }) =>
      async (request) => {
        const answer = await next(request).catch((error) => {
          throw notedFault(error) ?? error
        })
        if (isWrite(commandName)) noteWrite()
        return answer
      },
    { step: 'deserialize', priority: 'high' },
  )
  return DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } })
}

/** Waits some milliseconds before another attempt. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The store gave no error, but after several attempts still not all items of a request. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy'
}

/** Read units a request spent so far; lists stop when their budget is used up. */
export interface Meter {
  read: number
}

export const newMeter = (): Meter => ({ read: 0 })

/** Adds what an answer of the store says it cost. */
export function spend(meter: Meter | undefined, capacity: { CapacityUnits?: number } | undefined): void {
  if (meter) meter.read += capacity?.CapacityUnits ?? 0
}
