import { Problem, problem } from '#shared/declaration/problem.ts'
import { refuse } from '#shared/refusals.ts'

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

/** The problem an error becomes; an unforeseen error says nothing of itself. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const names = error instanceof Error ? [error.name, 'code' in error ? String(error.code) : ''] : []
  if (names.some((name) => busyErrors.has(name))) return new Problem(refuse('STORE_BUSY'), { retryAfter: 2 })
  if (names.some((name) => silentErrors.has(name))) return new Problem(refuse('STORE_SILENT'), { retryAfter: 2 })
  return problem('FAILED')
}
