import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  auditKeyFile,
  auditKeySize,
  auditKeysIn,
  auditKeyText,
  type MacKey,
} from '#functions/platform/store/audit/auditKeys.ts'
import type { HomeKey } from '#functions/platform/store/audit/auditState.ts'

/** What tells a key from others, and nothing of the key itself. */
const checkOf = (bits: Uint8Array): string =>
  createHmac('sha256', bits).update('redress audit key').digest('base64url').slice(0, 11)

/** The folder of the audit of a table, within the folder of all keys. */
export const homeFolder = (keys: string, name: string): string => join(keys, `audit-${name}`)

/** A name for the folder of the audit of a new table. */
export const newFolderName = (): string => randomBytes(6).toString('hex')

function keysOf(folder: string): MacKey[] {
  const path = auditKeyFile(folder)
  return existsSync(path) ? auditKeysIn(readFileSync(path, 'utf8')) : []
}

/** Whether a folder has the key that is known to sign. */
export const hasKey = (folder: string, { key, check }: HomeKey): boolean =>
  keysOf(folder).some((each) => 'bits' in each && each.number === key && checkOf(each.bits) === check)

/**
 * Makes a key of a number, after those that a folder has where they are the right ones. Otherwise their file is kept beside
 * the new one, for they may be the keys of other records.
 */
export function makeKey(keys: string, { folder: name, key }: Omit<HomeKey, 'check'>, areRight: boolean): HomeKey {
  const folder = homeFolder(keys, name)
  const path = auditKeyFile(folder)
  const bits = randomBytes(auditKeySize)
  const all = [...(areRight ? keysOf(folder) : []), { number: key, bits }]
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.new`, auditKeyText(all), { mode: 0o600, flush: true })
  if (!areRight && existsSync(path)) renameSync(path, `${path}.before-${key}`)
  renameSync(`${path}.new`, path)
  return { folder: name, key, check: checkOf(bits) }
}
