import { ServiceFault } from '#functions/platform/aws/service.ts'
import { StoreFault, type StoreFaultKind } from '#functions/platform/store/storeFault.ts'
import { Problem, problem } from '#shared/declaration/problem.ts'
import { type RefusalId, refuse } from '#shared/refusals.ts'
import { diskFaultOf } from '#shared/values/diskFault.ts'

/** Names of errors after which nothing was written. */
const busyErrors = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'StoreBusy',
  'TransactionCanceledException',
  'TransactionConflictException',
  'TransactionInProgressException',
])

/** Names and codes of errors after which a write may have happened or not: no answer came. */
const silentErrors = new Set([
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
  'AbortError',
  'RequestTimeout',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
])

/** What a caller is told of the disk; nothing was written. */
const faultRefusals = {
  full: 'STORAGE_FULL',
  closed: 'STORAGE_CLOSED',
  damaged: 'STORE_DAMAGED',
} as const satisfies Record<StoreFaultKind, RefusalId>

/** The name and the code of an error, and the code of its cause: `fetch` says only there why no answer came. */
function namesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const codes = [error, error.cause].map((each) => (each instanceof Error && 'code' in each ? String(each.code) : ''))
  return [error.name, ...codes]
}

/** The problem an error becomes; an unforeseen error says nothing of itself. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StoreFault) return new Problem(refuse(faultRefusals[error.kind]), { retryAfter: 15 })
  if (error instanceof ServiceFault && error.status === 507)
    return new Problem(refuse('STORAGE_FULL'), { retryAfter: 15 })
  if (error instanceof ServiceFault && error.isPassing) return new Problem(refuse('STORE_BUSY'), { retryAfter: 2 })
  const names = namesOf(error)
  if (names.includes('TooManyWrites')) return new Problem(refuse('STEP_LARGE'))
  const kind = diskFaultOf(error)
  if (kind) return new Problem(refuse(faultRefusals[kind]), { retryAfter: 15 })
  if (names.some((name) => busyErrors.has(name))) return new Problem(refuse('STORE_BUSY'), { retryAfter: 2 })
  if (names.some((name) => silentErrors.has(name))) return new Problem(refuse('STORE_SILENT'), { retryAfter: 2 })
  return problem('FAILED')
}
