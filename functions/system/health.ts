import type { Operation } from '#functions/platform/http/operation.ts'
import { getItem } from '#functions/platform/store/read.ts'

/** The version that answers, and whether the store can be reached. */
export const health: Operation = async () => {
  const started = performance.now()
  const isReachable = await getItem({ pk: 'health', sk: 'A' }).then(
    () => true,
    () => false,
  )
  return {
    status: isReachable ? 200 : 503,
    body: {
      status: isReachable ? 'ok' : 'store unreachable',
      version: process.env.VERSION ?? '0.1.0',
      storeMs: Math.round(performance.now() - started),
    },
  }
}
