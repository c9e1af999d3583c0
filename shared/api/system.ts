import * as z from 'zod'
import { roles } from '#shared/declaration/roles.ts'

/** The signed-in person. */
export const me = {
  reply: z.strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string().optional(),
    language: z.string().optional(),
    roles: z.array(z.enum(roles)),
    siteIds: z.array(z.string()),
    /** Sees the records of every site. */
    isGlobal: z.boolean(),
    /** Rights such as `cases.read` and `cases.acknowledge`. */
    permissions: z.array(z.string()),
  }),
}
export type Me = z.infer<typeof me.reply>

/** Ends the session whose token came with the request; false when the token names none. */
export const signOut = { body: z.strictObject({}), reply: z.strictObject({ isEnded: z.boolean() }) }

/** What health can find: the store does not answer, or what it or the files are kept on takes no changes, or is damaged. */
const healthStatuses = ['ok', 'store unreachable', 'storage full', 'storage closed', 'store damaged'] as const

/** Which version answers, and whether it can read and write. */
export const health = {
  reply: z.strictObject({
    status: z.enum(healthStatuses),
    version: z.string(),
    storeMs: z.int(),
    /** What is wrong, as a refusal, for the panel's words; absent when all is well. */
    rule: z.string().optional(),
    detail: z.string().optional(),
    /** Lines of the log that could not be written since the start; absent for none. */
    lostLogLines: z.int().optional(),
  }),
  isAlsoBusy: true as const,
}
export type Health = z.infer<typeof health.reply>

const historyRow = z.strictObject({
  id: z.string(),
  recordId: z.string(),
  version: z.int(),
  /** Instant of the change, UTC. */
  at: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  roles: z.array(z.string()),
  source: z.string(),
  action: z.string(),
  reason: z.string().optional(),
  /** Values before and after, of the fields that changed; null for none. */
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  /** What was erased with all that told of a person: names of values before or after, and whether the reason; absent for nothing. */
  erased: z.strictObject({ values: z.array(z.string()), reason: z.boolean() }).optional(),
  previousHash: z.string(),
  hash: z.string(),
})
/** One entry of a record's history as the API answers it. */
export type HistoryRow = z.infer<typeof historyRow>

/** Who changed what on one record, newest first. */
export const history = {
  filter: z.strictObject({ recordId: z.string().max(60) }),
  reply: z.array(historyRow),
  isPaged: true as const,
}

/** The description of the API itself, as OpenAPI 3.1. */
export const openapi = { reply: z.looseObject({ openapi: z.literal('3.1.0') }) }
