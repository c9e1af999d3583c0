import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '#functions/platform/aws/env.ts'
import { generateMac, isMac } from '#functions/platform/aws/macs.ts'
import { ServiceFault } from '#functions/platform/aws/service.ts'
import { inPool } from '#shared/values/inPool.ts'
import { StoreBusy } from '../client.ts'

/** A key that signs history: its number, which entries name, and how to reach it. */
export type MacKey = { readonly number: number } & ({ readonly id: string } | { readonly bits: Uint8Array })

/** Bytes of a key at home. */
export const auditKeySize = 32

/** Calls of KMS at the same time: for the entries of one transaction, and for an operator who verifies all of them. */
const together = { sign: 25, verify: 100 } as const

/** The file of the keys within the folder of the audit: a line for each, with its number and its bits in base64url. */
export const auditKeyFile = (folder: string): string => join(folder, 'keys')

/** The keys in the text of a key file, the oldest first; a line that is no key is left out. */
export const auditKeysIn = (text: string): MacKey[] =>
  text.split('\n').flatMap((line) => {
    const [number = '', bits = ''] = line.trim().split(' ')
    const key = { number: Number(number), bits: Buffer.from(bits, 'base64url') }
    return Number.isInteger(key.number) && key.number > 0 && key.bits.length === auditKeySize ? [key] : []
  })

/** The text of a key file. */
export const auditKeyText = (keys: readonly MacKey[]): string =>
  keys.map((key) => ('bits' in key ? `${key.number} ${Buffer.from(key.bits).toString('base64url')}\n` : '')).join('')

let known: { readonly place: string; readonly keys: readonly MacKey[] } | undefined

/** Every key that this process can reach, the newest last; throws when it is told of none. */
export function auditKeys(): readonly MacKey[] {
  const place = env.auditKeys || auditKeyFile(env.auditFolder)
  if (known?.place !== place) known = { place, keys: env.auditKeys ? keysOfKms(env.auditKeys) : keysInFile(place) }
  return known.keys
}

const keysOfKms = (ids: string): MacKey[] => ids.split(',').map((id, index) => ({ number: index + 1, id: id.trim() }))

const keysInFile = (path: string): MacKey[] => auditKeysIn(readFileSync(path, 'utf8'))

/** Forgets the keys, because their file was written. */
export const forgetAuditKeys = (): void => {
  known = undefined
}

/** The key that signs what is written now. */
export function newestAuditKey(): MacKey {
  const key = auditKeys().at(-1)
  // What cannot be signed is not written at all.
  if (!key) throw new Error('There is no key that signs history')
  return key
}

const hmac = (bits: Uint8Array, digest: Uint8Array): Uint8Array => createHmac('sha256', bits).update(digest).digest()

/** The MACs of some digests under one key, in their order; throws `StoreBusy` while KMS has no room for them. */
export async function macsOf(digests: readonly Uint8Array[], key = newestAuditKey()): Promise<Uint8Array[]> {
  if ('bits' in key) return digests.map((digest) => hmac(key.bits, digest))
  try {
    return await inPool(digests, together.sign, (digest) => generateMac(key.id, digest))
  } catch (error) {
    throw error instanceof ServiceFault && error.isPassing ? new StoreBusy() : error
  }
}

/** A digest, and the MAC it is stored with under the key of a number. */
export interface SignedDigest {
  readonly digest: Uint8Array
  readonly mac: Uint8Array
  readonly key: number
}

/** Whether each MAC is the one of its digest; undefined where this process cannot reach its key. */
export async function checkMacs(all: readonly SignedDigest[]): Promise<(boolean | undefined)[]> {
  const keys = new Map(auditKeys().map((key) => [key.number, key]))
  return inPool(all, together.verify, async ({ digest, mac, key: number }) => {
    const key = keys.get(number)
    if (!key) return undefined
    if ('id' in key) return isMac(key.id, digest, mac)
    return mac.length === auditKeySize && timingSafeEqual(hmac(key.bits, digest), mac)
  })
}
