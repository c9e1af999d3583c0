import * as z from 'zod'
import { type Fields, objectOf } from '#shared/declaration/field.ts'

/** What one operation takes and answers; OpenAPI, the operation itself and the panel's types follow from it. */
export interface OperationContract<Body = unknown, Reply = unknown> {
  /** Body of the request; none without it. */
  readonly body?: z.ZodType<Body>
  /** JSON of the query's `filter`. */
  readonly filter?: z.ZodType
  /** Names of the query, each with what it says. */
  readonly query?: Readonly<Record<string, string>>
  /** Body of the answer. */
  readonly reply: z.ZodType<Reply>
  /** Status of the answer, 200 without it; 202 promises a job. */
  readonly status?: 200 | 202
  /** The query has `limit` and `cursor`. */
  readonly isPaged?: true
  /** The same answer comes with the status 503 when all is not well. */
  readonly isAlsoBusy?: true
}

/** What OpenAPI says of a body that needs one of some names and takes only one; the operation refuses it with a sentence. */
export const oneOf = (...names: string[]) => ({ oneOf: names.map((name) => ({ required: [name] })) })

/** What OpenAPI says of a body that may have one of two names, or neither. */
export const notBoth = (...names: [string, string]) => ({ not: { required: names } })

/** A record of any entity, with the fields that its reader may see. */
export const recordReply = z.looseObject({ id: z.string(), version: z.int() })

/** Which record it was; the record itself is gone. */
export const idReply = z.strictObject({ id: z.string() })

/** Changes of one record: new values by field, null for none. */
export const changesBody = z.record(z.string().max(60), z.unknown())

/** Name of a step that is taken on many records at once. */
export const bulkStep = z.string().max(40)

/** The job that does the work of the request. */
export const jobReply = z.strictObject({ job: z.string() })

/** Why something was not done: the id of a refusal, the values that its sentence names, and the sentence in English. */
export const reasonReply = z.strictObject({
  rule: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  message: z.string(),
})

/** The body of a step as declared; the version that the caller saw may come with it, and empty values count as absent. */
export const stepBody = <F extends Fields>(action: { readonly body: F }) =>
  z.preprocess(withoutEmpty, objectOf(action.body))

const withoutEmpty = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(
        Object.entries(body).filter(([name, value]) => name !== 'version' && value !== null && value !== ''),
      )
    : body
