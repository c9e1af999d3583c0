import { type Refusal, type RefusalId, refuse } from '#shared/refusals.ts'

/** Refusals by field, in the panel's dotted names; `root` for the whole. */
export type Issues = Readonly<Record<string, Refusal>>

/** Messages per field, and `root` for the whole, as react-admin's forms show them. */
export type FieldErrors = Readonly<Record<string, string>>

/** What a caller is told besides the refusal. */
export interface ProblemDetails {
  /** Refusals by field; `errors` repeats their sentences. */
  readonly issues?: Issues
  /** The record as it stands, when a change met a newer version. */
  readonly current?: unknown
  /** Seconds after which to try again. */
  readonly retryAfter?: number
  readonly [key: string]: unknown
}

/** Titles of problem documents by HTTP status. */
export const titles: Readonly<Record<number, string>> = {
  400: 'Malformed request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Not possible in this state',
  412: 'Changed meanwhile',
  413: 'Too large',
  414: 'Address too long',
  415: 'Unsupported content type',
  422: 'Not valid',
  428: 'Version required',
  429: 'Too many requests',
  431: 'Headers too long',
  500: 'Failed',
  503: 'Temporarily unavailable',
}

/** The one error a caller may see: a refusal with its details; everything else becomes a 500 without words. */
export class Problem extends Error {
  readonly refusal: Refusal
  readonly status: number
  readonly details: ProblemDetails

  constructor(refusal: Refusal, details: ProblemDetails = {}) {
    super(refusal.message)
    this.name = 'Problem'
    this.refusal = refusal
    this.status = refusal.status
    this.details = details
  }

  /** The RFC 9457 document; `message` is repeated for react-admin, `rule` and `parameters` are what the panel says. */
  document(): Record<string, unknown> {
    const { issues, ...details } = this.details
    return {
      type: 'about:blank',
      title: titles[this.status] ?? 'Failed',
      status: this.status,
      detail: this.message,
      message: this.message,
      rule: this.refusal.rule,
      parameters: this.refusal.parameters,
      ...(issues && { errors: errorsOf(issues), issues: shortened(issues) }),
      ...details,
    }
  }
}

const errorsOf = (issues: Issues): FieldErrors => mapped(issues, ({ message }) => message)

const shortened = (issues: Issues) => mapped(issues, ({ rule, parameters }) => ({ rule, parameters }))

// Without a prototype, so that a field called `constructor` is a name like any other.
function mapped<T>(issues: Issues, map: (refusal: Refusal) => T): Record<string, T> {
  const result: Record<string, T> = Object.create(null)
  for (const [name, refusal] of Object.entries(issues)) result[name] = map(refusal)
  return result
}

/** A problem by the id of its refusal, with the values that its sentence names. */
export function problem<Id extends RefusalId>(...parameters: Parameters<typeof refuse<Id>>): Problem {
  return new Problem(refuse<Id>(...parameters))
}

/** The problem of fields that need another value, each with its refusal. */
export const invalid = (issues: Issues): Problem => new Problem(refuse('INVALID'), { issues })
