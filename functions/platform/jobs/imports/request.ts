import * as z from 'zod'
import { importModes } from '#shared/api/transfer.ts'

/** What an import was asked to do, as the request settled it. */
export const importAsked = z.object({
  mode: z.enum(importModes),
  header: z.array(z.string()),
  names: z.array(z.string().nullable()),
  key: z.array(z.string()).optional(),
  ignored: z.array(z.string()),
})
export type ImportRequest = z.infer<typeof importAsked>
