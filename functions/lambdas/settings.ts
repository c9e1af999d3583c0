import { serve } from '#functions/platform/routes/serve.ts'

/** Sites and the people who work in the panel. */
export const handler = serve('settings')
