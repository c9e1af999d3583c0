import * as z from 'zod'

/** Where files arrive and days until they are removed there, where used ones are kept, and how long an address takes one. */
export const uploadFiles = { arriving: 'uploads/', kept: 'documents/', days: 1, minutes: 15 } as const

/**
 * Announces a file; the answer has the address that takes it by PUT, with exactly these headers and exactly the bytes that
 * were announced, for a quarter of an hour. A step names it by its id.
 */
export const createUpload = {
  reply: z.strictObject({
    id: z.string(),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
  }),
}
export type UploadAddress = z.infer<typeof createUpload.reply>

/** A file kept with a record: an address where it is downloaded, valid for five minutes; the opening is in its history. */
export const openFile = {
  reply: z.strictObject({
    ...{ url: z.string(), name: z.string(), type: z.string(), bytes: z.int(), sha256: z.string() },
    /** Whether it passed a scan for malware, or nobody scans files here. */
    scan: z.enum(['clean', 'not-scanned']),
  }),
}
export type OpenedFile = z.infer<typeof openFile.reply>
