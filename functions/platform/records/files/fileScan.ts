import { env } from '#functions/platform/aws/env.ts'
import { fileTags } from '#functions/platform/aws/files.ts'
import type { OpenedFile } from '#shared/api/uploads.ts'
import { problem } from '#shared/declaration/problem.ts'

/** The tag by which GuardDuty says what it found in a file. */
const scanTag = 'GuardDutyMalwareScanStatus'

/** What is known of a file: nobody scans files here, its scan is not over, nothing or something was found, or it could not be scanned. */
type FileScan = 'not-scanned' | 'waiting' | 'clean' | 'infected' | 'failed'

/** What the scan of a file found; throws `ServiceFault` when the file store does not say. */
async function scanOf(key: string): Promise<FileScan> {
  if (env.fileScan !== 'on') return 'not-scanned'
  const status = (await fileTags(key, env.bucket))?.get(scanTag)
  if (status === undefined) return 'waiting'
  if (status === 'NO_THREATS_FOUND') return 'clean'
  return status === 'THREATS_FOUND' ? 'infected' : 'failed'
}

/** Whether the scan of a file goes on; throws the 409 of a file in which something was found, or that could not be scanned. */
export async function isScanning(key: string, name: string): Promise<boolean> {
  const scan = await scanOf(key)
  if (scan === 'infected') throw problem('FILE_INFECTED', { name })
  if (scan === 'failed') throw problem('FILE_UNSCANNED', { name })
  return scan === 'waiting'
}

/** Throws the 409 of a file that waits for its scan or did not pass it; says whether it was scanned at all. */
export async function requireScanned(key: string, name: string): Promise<OpenedFile['scan']> {
  if (await isScanning(key, name)) throw problem('FILE_SCANNING', { name })
  return env.fileScan === 'on' ? 'clean' : 'not-scanned'
}
