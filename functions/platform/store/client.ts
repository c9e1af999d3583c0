import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'

let client: DynamoDBDocumentClient | undefined

// A request that waits for a free socket counts as one that cannot connect, and at home one process has them all.
const sockets = { maxSockets: 200 } as const

/** The one client of the table, created when it is first used. */
export function store(): DynamoDBDocumentClient {
  client ??= connected()
  return client
}

function connected(): DynamoDBDocumentClient {
  const plain = new DynamoDBClient({
    region: env.region,
    endpoint: env.endpoint('DYNAMODB'),
    maxAttempts: 4,
    requestHandler: { requestTimeout: 4000, connectionTimeout: 2000, httpAgent: sockets, httpsAgent: sockets },
  })
  // It copies every request and answer for a log that is not written: a sixth of the time of a long list.
  plain.middlewareStack.remove('loggerMiddleware')
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
