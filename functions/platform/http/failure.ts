import { malformed, Problem } from '#shared/declaration/problem.ts'

/** The store would not take it, and took nothing. */
const busyErrors = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'StoreBusy',
  'TransactionCanceledException',
  'TransactionConflictException',
  'TransactionInProgressException',
])

/** No answer came, so that what was asked may be done or not. */
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

/** The problem an error becomes; what nobody foresaw says nothing of itself. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const known = error instanceof Error ? [error.name, 'code' in error ? String(error.code) : ''] : []
  if (error instanceof RangeError && error.message.includes('call stack'))
    return malformed('The body is nested too deep.')
  if (known.some((name) => busyErrors.has(name)))
    return new Problem(503, 'The store is busy. Nothing was changed; try again in a moment.', { retryAfter: 2 })
  if (known.some((name) => silentErrors.has(name)))
    return new Problem(
      503,
      'The store did not answer in time. Nothing was half done; look whether it was done at all before you try again.',
      { retryAfter: 2 },
    )
  return new Problem(
    500,
    'Something went wrong on our side. Nothing was half done; try again, and tell your administrator if it stays.',
  )
}
