import { operation } from '#functions/platform/http/operation.ts'
import { recordKey } from '#functions/platform/store/keys.ts'
import { getItem } from '#functions/platform/store/read.ts'
import * as api from '#shared/api/system.ts'

/** The version that answers, and whether the store can be reached. */
export const health = operation(api.health, async () => {
  const start = performance.now()
  const isReachable = await getItem(recordKey('health')).then(
    () => true,
    () => false,
  )
  return {
    status: isReachable ? 200 : 503,
    body: {
      status: isReachable ? ('ok' as const) : ('store unreachable' as const),
      version: process.env.VERSION ?? '0.1.0',
      storeMs: Math.round(performance.now() - start),
    },
  }
})
