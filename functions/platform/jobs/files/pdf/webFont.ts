import { inflateSync } from 'node:zlib'

/** The tables of a web font (W3C "WOFF File Format 1.0"), each unpacked when it is first asked for. */
export function webFontTables(woff: Buffer): (tag: string) => Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('The font is not a WOFF file.')
  const tables = new Map<string, Buffer>()
  const count = woff.readUInt16BE(12)
  return (tag) => {
    const known = tables.get(tag)
    if (known) return known
    for (let entry = 44; entry < 44 + count * 20; entry += 20) {
      if (woff.toString('latin1', entry, entry + 4) !== tag) continue
      const start = woff.readUInt32BE(entry + 4)
      const packed = woff.subarray(start, start + woff.readUInt32BE(entry + 8))
      const table = packed.length < woff.readUInt32BE(entry + 12) ? inflateSync(packed) : packed
      tables.set(tag, table)
      return table
    }
    throw new RangeError(`The font has no table ${tag}.`)
  }
}

/** The glyph of each character in a table `cmap` (OpenType, formats 4 and 12). */
export function glyphsByCharacter(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4))
    const format = table.readUInt16BE(0)
    if (format === 4) addSegments(glyphs, table)
    if (format === 12) addGroups(glyphs, table)
  }
  return glyphs
}

function addSegments(glyphs: Map<number, number>, table: Buffer): void {
  const size = table.readUInt16BE(6)
  for (let at = 0; at < size; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const first = table.readUInt16BE(16 + size + at)
    const delta = table.readUInt16BE(16 + 2 * size + at)
    const rangeAt = 16 + 3 * size + at
    const range = table.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = range === 0 ? code : table.readUInt16BE(rangeAt + range + 2 * (code - first))
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
}

function addGroups(glyphs: Map<number, number>, table: Buffer): void {
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const at = 16 + group * 12
    const first = table.readUInt32BE(at)
    const last = table.readUInt32BE(at + 4)
    for (let code = first; code <= last; code++) glyphs.set(code, table.readUInt32BE(at + 8) + code - first)
  }
}
