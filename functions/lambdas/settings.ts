import { serve } from '#functions/platform/routes/serve.ts'
import { announceUpload } from '#functions/uploads/operations.ts'

/** Sites, the people who work in the panel, and the files they announce. */
export const handler = serve('settings', { 'uploads.create': announceUpload })
