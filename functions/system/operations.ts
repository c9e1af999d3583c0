import { auditKeyFile, forgetAuditKeys } from '#functions/platform/store/audit/auditKeys.ts'
import { readHomeKey, saveHomeKey } from '#functions/platform/store/audit/auditState.ts'
import { hasItems } from '#functions/platform/store/layout.ts'
import { anchorHeads } from './audit/anchorHeads.ts'
import type { AuditFinding } from './audit/finding.ts'
import { hasKey, homeFolder, makeKey, newFolderName } from './audit/homeKey.ts'
import { type AnchorReport, readProof } from './audit/readProof.ts'
import { type AuditCount, suspectRecords } from './audit/suspectRecords.ts'
import { verifyRecord } from './audit/verifyRecord.ts'

/** What a verification counts, and what it says of the anchors once they are read. */
export interface AuditProgress extends AuditCount {
  report?: Omit<AnchorReport, 'proof' | 'findings'>
}

/** The progress of a verification that did not begin yet. */
export const newAuditProgress = (): AuditProgress => ({ records: 0, entries: 0, items: 0, total: 0 })

/** Checks the anchors and the history of every record, and yields everything that differs from what was written. */
export async function* verifyAudit(progress = newAuditProgress()): AsyncGenerator<AuditFinding, AuditProgress> {
  const { proof, findings, ...report } = await readProof()
  progress.report = report
  yield* findings
  // One reading of the whole table finds what needs a second look, which decides.
  for (const id of await suspectRecords(proof, progress)) yield* await verifyRecord(id, proof)
  return progress
}

/** Whether a finding is what a restore from a copy leaves: something that was anchored after the copy is not there. */
export const isLeftByRestore = (finding: AuditFinding): boolean =>
  !('anchor' in finding) && (finding.what === 'removed' || finding.what === 'rewritten')

/** Notes in an anchor that the records came out of a copy, so that what was anchored after it is looked for no more. */
export const acceptRestore = (): Promise<number> => anchorHeads(new Date().toISOString(), { isRestore: true })

/** A finding as a line for a person. */
export const findingText = (finding: AuditFinding): string =>
  'anchor' in finding
    ? `anchor ${finding.anchor}: ${finding.what}`
    : `${finding.recordId} version ${finding.version}: ${finding.what}`

/** The folder of the audit of the records in the environment, or the file that should have their key and has not. */
export type HomeKeyState = { readonly folder: string } | { readonly missing: string }

/**
 * Finds the key that signs the history of the records in the environment, in a folder of its own within `keys`, and sets the
 * environment; records that are new get a new key. With `mayReplace` a new key follows the one there is; where that one is
 * lost, an anchor says so and proves what is older.
 */
export async function openHomeKey(keys: string, mayReplace: boolean): Promise<HomeKeyState> {
  const known = await readHomeKey()
  const name = known?.folder ?? newFolderName()
  const folder = homeFolder(keys, name)
  const isRight = known !== undefined && hasKey(folder, known)
  const isLost = !isRight && (known !== undefined || (await hasItems()))
  if (isLost && !mayReplace) return { missing: auditKeyFile(folder) }
  process.env.AUDIT_FOLDER = folder
  forgetAuditKeys()
  if (isRight && !mayReplace) return { folder }
  const number = (known?.key ?? (isLost ? 1 : 0)) + 1
  if (!(await saveHomeKey(known, makeKey(keys, { folder: name, key: number }, isRight))))
    throw new Error('Another process chose a key meanwhile')
  if (isLost) await anchorHeads(new Date().toISOString(), { hasLostKey: true })
  return { folder }
}
