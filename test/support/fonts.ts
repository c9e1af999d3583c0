import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

const align = (size: number) => (size + 3) & ~3

/**
 * Unpacks a WOFF 1.0 file to the plain OpenType font inside it, since the browser's font list reads no web fonts
 * (W3C "WOFF File Format 1.0", sections 4 and 5: a 44-byte header, 20 bytes per table, tables deflated one by one).
 */
export const unpackWoff = (path: string): Buffer => {
  const woff = readFileSync(path)
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error(`${path} is not a WOFF 1.0 font.`)
  const count = woff.readUInt16BE(12)
  const font = Buffer.alloc(woff.readUInt32BE(16))
  const power = 2 ** Math.floor(Math.log2(count))
  woff.copy(font, 0, 4, 8)
  font.writeUInt16BE(count, 4)
  font.writeUInt16BE(power * 16, 6)
  font.writeUInt16BE(Math.log2(power), 8)
  font.writeUInt16BE(count * 16 - power * 16, 10)
  let end = 12 + count * 16
  for (let index = 0; index < count; index++) {
    const entry = 44 + index * 20
    const [offset, packed, size, checksum] = [4, 8, 12, 16].map((index) => woff.readUInt32BE(entry + index))
    if (offset === undefined || packed === undefined || size === undefined || checksum === undefined) break
    const stored = woff.subarray(offset, offset + packed)
    const table = packed < size ? inflateSync(stored) : stored
    const row = 12 + index * 16
    woff.copy(font, row, entry, entry + 4)
    font.writeUInt32BE(checksum, row + 4)
    font.writeUInt32BE(end, row + 8)
    font.writeUInt32BE(size, row + 12)
    table.copy(font, end)
    end += align(size)
  }
  return font
}
