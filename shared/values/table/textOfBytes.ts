/** Beginnings by which a text says that it is in UTF-16, with the name of its order of bytes. */
const wide = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
] as const

/** A text in UTF-8, or in UTF-16 as spreadsheets write “Unicode text”; undefined for bytes that are neither. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  const [, , encoding = 'utf-8'] = wide.find(([first, second]) => bytes[0] === first && bytes[1] === second) ?? []
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

/** Whether bytes begin a text in UTF-16, in which every other byte may be zero. */
export const isWideText = (bytes: Uint8Array): boolean =>
  wide.some(([first, second]) => bytes[0] === first && bytes[1] === second)
