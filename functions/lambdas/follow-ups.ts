import { followUpSummary } from '#functions/follow-ups/summary.ts'
import { serve } from '#functions/platform/routes/serve.ts'

/** Follow-ups, the call lists of each morning, and what a week of them came to. */
export const handler = serve('follow-ups', { 'follow-up-summary': followUpSummary })
