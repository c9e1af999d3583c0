/** A hash, or what is encrypted, as it is stored: bytes, which no compression makes fewer. */
export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64url')

/** Stored bytes as text, base64url; empty for an attribute that is absent. */
export const textOfBytes = (bytes: unknown): string =>
  bytes instanceof Uint8Array ? Buffer.from(bytes).toString('base64url') : ''
