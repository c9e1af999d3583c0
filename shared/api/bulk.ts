import * as z from 'zod'
import { bulkStep, changesBody, oneOf } from './contract.ts'

/** Body of a bulk request: which records, and either changes or an action with its body. */
export const bulkBody = z
  .strictObject({
    ids: z.array(z.string().max(60)).min(1).max(5_000).optional(),
    filter: z.record(z.string().max(60), z.unknown()).optional(),
    changes: changesBody.optional(),
    action: bulkStep.optional(),
    body: z.record(z.string().max(60), z.unknown()).optional(),
    dryRun: z.boolean().optional(),
    expectedCount: z.int().min(0).optional(),
  })
  .meta({ allOf: [oneOf('ids', 'filter'), oneOf('changes', 'action')] })
export type BulkBody = z.infer<typeof bulkBody>

const bulkPreview = z.strictObject({
  matched: z.int(),
  /** How many of them have the new values already; absent where no list can tell. */
  unchanged: z.int().optional(),
  /** The first few of the records. */
  sample: z.array(z.looseObject({ id: z.string() })).readonly(),
})
/** How many records a bulk change is about, and the first of them. */
export type BulkPreview = z.infer<typeof bulkPreview>

const bulkStart = z.strictObject({ job: z.string(), matched: z.int() })
/** The job that makes a bulk change, and how many records it is about. */
export type BulkStart = z.infer<typeof bulkStart>

/** One change over many records: a job, or with `dryRun` only the preview. */
export const bulkChange = { body: bulkBody, reply: z.union([bulkPreview, bulkStart]), status: 202 as const }

/** What became of the records of a bulk change, or of its undo, that were not refused. */
export type BulkResult = { readonly changed: number; readonly unchanged: number }
