import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { tableLayout } from '#functions/platform/store/table.ts'
import { StartProblem } from '#infra/local/server/gateway.ts'
import { canonical } from '#shared/values/canonical.ts'
import { nameOfDraft } from './drafts.ts'

const text = z.string().min(1)
const count = z.int().min(0)

// A path that leads out of the folder, or into it from its root, is none of ours.
const path = text.refine((value) => value.split(/[/\\]/).every((part) => !['', '.', '..'].includes(part)))

const manifestForm = z.strictObject({
  kind: z.literal('redress-backup'),
  /** Instant before the first file was copied, UTC. */
  takenAt: z.iso.datetime(),
  /** Version of the product that made it. */
  version: text,
  /** Name of the table within the file of records. */
  table: text,
  /** The data folder that it was made of. */
  source: text,
  layout: count,
  /** Records by resource, deleted ones included. */
  records: z.record(text, count),
  historyEntries: count,
  unevenHistories: count,
  files: z.array(z.strictObject({ path, bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
})

/** What a backup says of itself: where it comes from and what has to be in it. */
export type BackupManifest = z.infer<typeof manifestForm>

/** A file of a backup, by its path within the folder. */
export type BackupFile = BackupManifest['files'][number]

/** Where a backup describes itself. */
export const manifestFile = 'manifest.json'

/** The name of a backup, out of the instant it was begun. */
export const backupName = (now: Date): string => `redress-${now.toISOString().replaceAll(':', '-')}`

/** Whether a folder has the name of a complete backup. */
export const isBackupName = (name: string): boolean => /^redress-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z$/.test(name)

const checksumOfManifest = (manifest: BackupManifest): string =>
  createHash('sha256').update(canonical(manifest)).digest('hex')

/** The text of a manifest, with a checksum of its own: a backup is as it was made, or it is refused. */
export const manifestText = (manifest: BackupManifest): string =>
  JSON.stringify({ checksum: checksumOfManifest(manifest), ...manifest }, null, 1)

function parse(written: string): BackupManifest | undefined {
  try {
    const { checksum, ...values } = JSON.parse(written)
    const manifest = manifestForm.parse(values)
    return checksum === checksumOfManifest(manifest) ? manifest : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads the manifest of a backup; throws `StartProblem` for a folder that is no complete backup, or one that this version
 * cannot read.
 */
export function readManifest(backup: string): BackupManifest {
  const refuse = (why: string): never => {
    throw new StartProblem(`${why} Nothing was restored.`)
  }
  if (nameOfDraft(basename(backup)) !== undefined)
    refuse(`${backup} is a backup that was interrupted: take one without .part at its end.`)
  const path = join(backup, manifestFile)
  if (!existsSync(path))
    refuse(
      `There is no Redress backup in ${backup}: it has no ${manifestFile}. A backup is a folder redress-<instant>.`,
    )
  const manifest = parse(readFileSync(path, 'utf8'))
  if (!manifest?.files.some(({ path }) => path === 'records.db'))
    return refuse(`${path} is not what a backup says of itself: it is damaged or of something else.`)
  if (manifest.layout !== tableLayout)
    refuse(
      `The backup ${backup} is of layout ${manifest.layout} and this version reads layout ${tableLayout}: restore it with version ${manifest.version}.`,
    )
  return manifest
}
