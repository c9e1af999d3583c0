import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'

let client: DynamoDBDocumentClient | undefined

// A request that waits for a free socket counts as one that cannot connect, and at home one process serves everybody.
const sockets = { maxSockets: 200 } as const

/** The one connection to the table, made when first used. */
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
  // It copies every request and answer for a log that nobody keeps: a sixth of the time of a long list.
  plain.middlewareStack.remove('loggerMiddleware')
  return DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } })
}

/** The store gave no error, but too little of what was asked for, again and again. */
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
