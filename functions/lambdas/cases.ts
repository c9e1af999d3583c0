import { serve } from '#functions/platform/routes/serve.ts'

/** Cases and the statements of both sides. */
export const handler = serve('cases')
