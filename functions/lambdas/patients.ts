import { serve } from '#functions/platform/routes/serve.ts'

/** Patients and their visits. */
export const handler = serve('patients')
