import { uploadFiles } from '#shared/api/uploads.ts'

/** Where an announced file arrives. */
export const arrivingKey = (uploadId: string): string => `${uploadFiles.arriving}${uploadId}`

/** Where a file is kept once it is used for a record. */
export const keptKey = (recordId: string, uploadId: string): string => `${uploadFiles.kept}${recordId}/${uploadId}`
