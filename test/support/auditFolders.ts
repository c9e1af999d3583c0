import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditKeyFile, auditKeyText } from '#functions/platform/store/audit/auditKeys.ts'

/** Makes the folder in which instances and tables of the tests keep the keys of their audit; Vitest removes it at the end. */
export function setup(): (() => void) | undefined {
  if (process.env.REDRESS_KEYS) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'redress-keys-'))
  process.env.REDRESS_KEYS = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/** The folder of the audit of one table, with a key in it. */
export function auditFolder(table: string): string {
  const folder = join(process.env.REDRESS_KEYS ?? tmpdir(), `redress-audit-${table || 'none'}-${process.pid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(auditKeyFile(folder), auditKeyText([{ number: 1, bits: randomBytes(32) }]), { mode: 0o600 })
  return folder
}
