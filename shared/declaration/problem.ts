/** Messages per field, and `root` for the whole. */
export type FieldErrors = Readonly<Record<string, string>>

/** What a caller is told besides status and message. */
export interface ProblemDetails {
  /** Id of the rule that refused, such as FOUR_EYES. */
  readonly rule?: string
  readonly errors?: FieldErrors
  /** The record as it stands, when a change met a newer version. */
  readonly current?: unknown
  readonly retryAfter?: number
  readonly [key: string]: unknown
}

const titles: Readonly<Record<number, string>> = {
  400: 'Malformed request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Not possible in this state',
  410: 'Gone',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported content type',
  422: 'Not valid',
  428: 'Version required',
  429: 'Too many requests',
  500: 'Failed',
  503: 'Temporarily unavailable',
}

/** The one error a caller may see; everything else becomes a 500 without words. */
export class Problem extends Error {
  readonly status: number
  readonly details: ProblemDetails

  constructor(status: number, message: string, details: ProblemDetails = {}) {
    super(message)
    this.name = 'Problem'
    this.status = status
    this.details = details
  }

  /** The RFC 9457 document; `message` is repeated for react-admin. */
  document(): Record<string, unknown> {
    const { retryAfter, ...details } = this.details
    return {
      type: 'about:blank',
      title: titles[this.status] ?? 'Failed',
      status: this.status,
      detail: this.message,
      message: this.message,
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...details,
    }
  }
}

export const malformed = (message: string, details?: ProblemDetails) => new Problem(400, message, details)
export const forbidden = (rule: string, message: string) => new Problem(403, message, { rule })
export const notFound = (what = 'There is no such record, or it is not one of your sites.') => new Problem(404, what)
export const conflict = (rule: string, message: string) => new Problem(409, message, { rule })
export const invalid = (errors: FieldErrors, message = 'Some fields need another value.') =>
  new Problem(422, message, { errors })

// Whoever left a field empty need not know which type nothing is of.
const wordsOf = (message: string): string => (message.endsWith('received undefined') ? 'is required' : message)

/** Field messages from a zod error: the first of each path, in the panel's dotted names. */
export function fieldErrors(issues: readonly { path: PropertyKey[]; message: string; code?: string }[]): FieldErrors {
  // Without a prototype, so that a field called `constructor` is a name like any other.
  const errors: Record<string, string> = Object.create(null)
  for (const issue of issues) {
    const unknown = issue.code === 'unrecognized_keys' && 'keys' in issue && Array.isArray(issue.keys) ? issue.keys : []
    for (const name of unknown) errors[[...issue.path, name].join('.')] ??= 'is not a field that can be set here'
    if (unknown.length === 0) errors[issue.path.join('.') || 'root'] ??= wordsOf(issue.message)
  }
  return errors
}
