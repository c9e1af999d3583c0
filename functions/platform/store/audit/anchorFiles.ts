import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '#functions/platform/aws/env.ts'
import { getFile } from '#functions/platform/aws/files.ts'
import { firstVersions, getVersion, putNewFile } from '#functions/platform/aws/lockedFiles.ts'

/** Where anchors are kept: a bucket with Object Lock, or at home a folder beside the key. */
export interface AnchorFiles {
  /** The file of a number as it is; undefined when there is none. */
  readonly read: (number: number) => Promise<Buffer | undefined>
  /** Writes a file once and for all; false when there is one of that number. */
  readonly writeNew: (number: number, bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>
}

/** Every anchor there is, for a tool of the operator: the numbers, and the file of each as it was first written. */
export interface FirstAnchors {
  readonly numbers: readonly number[]
  readonly read: (number: number) => Promise<Buffer | undefined>
}

const nameOf = (number: number): string => `${String(number).padStart(8, '0')}.gz`

const numberOf = (name: string): number[] => (/^\d{8,}\.gz$/.test(name) ? [Number.parseInt(name, 10)] : [])

/** The folder of the anchors within the folder of the audit at home. */
export const anchorFolder = (folder: string): string => join(folder, 'anchors')

/** The anchors of this table. */
export function anchorFiles(): AnchorFiles {
  const bucket = env.auditAnchors
  return bucket ? inBucket(bucket) : inFolder(anchorFolder(env.auditFolder))
}

const bytesOf = async (file: Response | undefined) => file && Buffer.from(await file.arrayBuffer())

const inBucket = (bucket: string): AnchorFiles => ({
  read: async (number) => bytesOf(await getFile(nameOf(number), bucket)),
  writeNew: (number, bytes) => putNewFile(nameOf(number), bytes, bucket),
})

const inFolder = (folder: string): AnchorFiles => ({
  read: async (number) => readIfThere(join(folder, nameOf(number))),
  writeNew: async (number, bytes) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, nameOf(number))
    const draft = `${path}.${process.pid}`
    rmSync(draft, { force: true })
    try {
      writeFileSync(draft, bytes, { mode: 0o400, flush: true })
      // A link is made as a whole and never over another file.
      linkSync(draft, path)
      return true
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false
      throw error
    } finally {
      rmSync(draft, { force: true })
    }
  },
})

/** Every anchor of this table as it was first written. */
export async function firstAnchors(): Promise<FirstAnchors> {
  const bucket = env.auditAnchors
  const folder = bucket ? '' : anchorFolder(env.auditFolder)
  if (!bucket) return { numbers: namesIn(folder).flatMap(numberOf), read: inFolder(folder).read }
  const versions = await firstVersions(bucket)
  const read = async (number: number) =>
    bytesOf(await getVersion(nameOf(number), versions.get(nameOf(number)) ?? '', bucket))
  return { numbers: [...versions.keys()].flatMap(numberOf), read }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
