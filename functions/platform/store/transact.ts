import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { pause, store } from './client.ts'
import type { ConditionKind, TransactionStep } from './steps.ts'

/** Writes one transaction takes, a limit of DynamoDB. */
export const transactionLimit = 100

/** Bytes that the items of one transaction may have together: 4 MB is the limit of DynamoDB. */
const transactionBytes = 4_000_000

/** A condition of the transaction failed; nothing was written, unless an earlier try of it was. */
export class ConditionFailure extends Error {
  constructor(
    readonly means: ConditionKind,
    /** The record's id, or the names of the fields whose values are taken. */
    readonly about: string,
    /** Whether the answer to an earlier try was lost: it may have been written, and then this one meets itself. */
    readonly isRepeated = false,
  ) {
    super(`A condition failed: ${means}`)
    this.name = 'ConditionFailure'
  }
}

/** More writes than one transaction takes; nothing was written, and fewer changes at once will do. */
export class TooManyWrites extends Error {
  override readonly name = 'TooManyWrites'
}

/** Seconds after which a transaction is not tried again, so that what it was decided by is not too old when it is written. */
const retrySeconds = 15

/** Seconds after which no answer to a transaction is awaited any more, tries of the store's client included. */
const answerSeconds = 20

/** Runs one transaction; a clash with another one in flight is tried again, a failed condition is not. */
export async function transact(steps: readonly TransactionStep[]): Promise<void> {
  if (steps.length > transactionLimit) throw new TooManyWrites(`A transaction of ${steps.length} writes`)
  const bytes = steps.length > 1 ? steps.reduce((sum, { write }) => sum + bytesOf(write.Put?.Item), 0) : 0
  if (bytes > transactionBytes) throw new TooManyWrites(`A transaction of ${bytes} bytes`)
  const TransactItems = steps.map(({ write }) => write)
  const startedMs = performance.now()
  for (let attempt = 0; ; attempt++) {
    try {
      // A cancelled transaction has used up its token.
      return await send(new TransactWriteCommand({ TransactItems, ClientRequestToken: crypto.randomUUID() }))
    } catch (error) {
      const reasons = cancellation(error)
      if (!reasons) throw error
      const failures = steps.filter((_, index) => reasons[index] === 'ConditionalCheckFailed')
      // A repetition fails for all it would write again, and a number drawn twice is also taken: these are the cause.
      const because = (kind: ConditionKind) => failures.find(({ means }) => means === kind)
      const step = because('idempotency') ?? because('sequence') ?? failures[0]
      if (step) throw new ConditionFailure(step.means, step.about ?? '', isRepeated(error))
      if (attempt >= 9 || performance.now() - startedMs > retrySeconds * 1000) throw error
      await pause(Math.random() * Math.min(1000, 15 * 2 ** attempt))
    }
  }
}

/** About the bytes of an item: all that are long are texts or packed. */
function bytesOf(item: Readonly<Record<string, unknown>> = {}): number {
  let bytes = 0
  for (const [name, value] of Object.entries(item)) {
    bytes += name.length
    if (typeof value === 'string') bytes += Buffer.byteLength(value)
    else if (value instanceof Uint8Array) bytes += value.length
    else bytes += typeof value === 'object' ? Buffer.byteLength(JSON.stringify(value)) : 20
  }
  return bytes
}

async function send(command: TransactWriteCommand): Promise<void> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), answerSeconds * 1000)
  try {
    await store().send(command, { abortSignal: abort.signal, requestTimeout: answerSeconds * 1000 })
  } finally {
    clearTimeout(timer)
  }
}

// The store knows a repetition by its token; an engine that was started again has forgotten it.
const isRepeated = (error: unknown): boolean =>
  error instanceof Error && '$metadata' in error && Number(Object(error.$metadata).attempts) > 1

function cancellation(error: unknown): (string | undefined)[] | undefined {
  if (!(error instanceof Error)) return undefined
  if (error.name === 'TransactionInProgressException' || error.name === 'TransactionConflictException') return []
  if (error.name !== 'TransactionCanceledException' || !('CancellationReasons' in error)) return undefined
  const reasons = error.CancellationReasons
  return Array.isArray(reasons) ? reasons.map((reason: { Code?: string }) => reason.Code) : []
}
