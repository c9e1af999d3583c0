import * as z from 'zod'
import { reasonReply, recordReply } from './contract.ts'

/** New values by field, judged row by row: one that is wrong is refused by itself, in the answer. */
const rowChanges = z.record(z.string().max(60), z.unknown())

const rowPatch = z
  .strictObject({
    id: z.string().max(60),
    version: z.int().positive().optional(),
    was: rowChanges.optional(),
    changes: rowChanges,
  })
  .refine(({ version, was }) => version !== undefined || was !== undefined)
/**
 * Changes of one record, and what they are based on: the version that the caller saw, or the values that the changed
 * fields had in a list, which names no versions.
 */
export type RowPatch = z.infer<typeof rowPatch>

const rowResult = z.union([
  z.strictObject({ id: z.string(), ok: z.literal(true), record: recordReply }),
  z.strictObject({
    id: z.string(),
    ok: z.literal(false),
    status: z.int(),
    ...reasonReply.shape,
    errors: z.record(z.string(), z.string()).optional(),
    issues: z.record(z.string(), reasonReply.omit({ message: true })).optional(),
    current: recordReply.optional(),
  }),
])
/** What became of one row: saved, or why not, with the record as it is now when somebody else was faster. */
export type RowResult = z.infer<typeof rowResult>

/** Pasted cells: rows that are changed each on what it was based on, one result a row in the order they were sent. */
export const changeRows = { body: z.array(rowPatch).min(1).max(500), reply: z.array(rowResult) }
