import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const sizes = { nonce: 12, tag: 16 } as const

/** Bytes of a key: 256 bits. */
export const keySize = 32

/** A new random key. */
export const newKeyBits = (): Uint8Array => randomBytes(keySize)

/**
 * Encrypts bytes under a key of 256 bits for one place, such as a version of a record: AES-256-GCM, as nonce, tag and text.
 * The nonce is random; a key encrypts far fewer texts than the 2³² for which that is safe.
 */
export function encrypted(bytes: Uint8Array, key: Uint8Array, place: string): Uint8Array {
  const nonce = randomBytes(sizes.nonce)
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Reads encrypted bytes back; undefined when they were altered, or encrypted under another key or for another place. */
export function decrypted(bytes: Uint8Array, key: Uint8Array, place: string): Uint8Array | undefined {
  const start = sizes.nonce + sizes.tag
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, sizes.nonce), { authTagLength: sizes.tag })
    decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(sizes.nonce, start))
    return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()])
  } catch {
    return undefined
  }
}
