import { randomUUID } from 'node:crypto'
import { tableDefinition } from '#functions/platform/store/table.ts'
import { ensureTable, startEngine as startEmbedded } from '#infra/local/services/engine.ts'

/** The test engine of this worker process: in memory, on its own loopback port. */
export type TestEngine = { endpoint: string; stop: () => Promise<void> }

let started: Promise<TestEngine> | undefined

/** One engine per worker process; it dies with the worker, so a failed test leaves nothing behind. */
export const startEngine = (): Promise<TestEngine> => {
  started ??= startEmbedded().then(({ endpoint, stop }) => ({
    endpoint,
    stop: async () => {
      started = undefined
      await stop()
    },
  }))
  return started
}

/** Creates an empty table of a unique name in the product's own shape and returns that name. */
export const freshTable = async (endpoint: string): Promise<string> => {
  const name = `redress-${randomUUID()}`
  await ensureTable(endpoint, tableDefinition(name))
  return name
}

/** Asks an engine as the wire protocol does, past every function of the product. */
export const askEngine = async (endpoint: string, operation: string, body: object) => {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
    'x-amz-date': '20260101T000000Z',
    authorization: 'AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=0',
  }
  const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(body) })
  return { isDone: response.ok, body: await response.json() }
}
