import { later } from '#functions/platform/http/operation.ts'
import { serve } from '#functions/platform/routes/serve.ts'

/** Cases with all that hangs on them, and what may be offered in one. */
export const handler = serve('cases', {
  'offer-options': later(async () => (await import('#functions/cases/offerOptions.ts')).offerOptions),
})
