import * as z from 'zod'
import { followUpOutcomes } from '#shared/entities/followUp.ts'

const count = z.int()
const weekRow = z.strictObject({
  /** Who; absent for calls that nobody has. */
  userId: z.string().optional(),
  name: z.string().optional(),
  planned: count,
  done: count,
  inWindow: count,
  concerns: count,
  outcomes: z.record(z.enum(followUpOutcomes), count),
})

const weekSummary = z.strictObject({
  siteId: z.string(),
  /** The week by ISO 8601, such as 2026-W48, and its days. */
  week: z.string(),
  from: z.string(),
  to: z.string(),
  rows: z.array(weekRow),
  total: weekRow,
})
/** The follow-ups of one week at one site, by person. */
export type WeekSummary = z.infer<typeof weekSummary>

/** The follow-ups of one week at one site; no JSON where a CSV is asked for. */
export const followUpSummary = {
  query: {
    siteId: 'The site; the first of the caller without it.',
    week: 'The week by ISO 8601, such as 2026-W48; the one before this without it.',
    format: '`csv` for a table as a file.',
  },
  reply: weekSummary.optional(),
}
