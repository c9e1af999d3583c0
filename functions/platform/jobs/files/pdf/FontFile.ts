import { glyphsByCharacter, webFontTables } from './webFont.ts'

/** What a composite glyph says of its parts (OpenType, `glyf`). */
const flags = { wideArguments: 1, scale: 8, more: 32, twoScales: 64, matrix: 128 } as const

/** Tables that a PDF reader needs of a font (PDF 1.7, 9.9); the last three only in fonts that have them. */
const kept = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'] as const

/** A TrueType font with 1,000 units an em: the glyphs of characters, their widths, and the part of it that a file needs. */
export class FontFile {
  private readonly table: (tag: string) => Buffer
  private readonly glyphs: Map<number, number>
  private readonly measured: number
  readonly ascent: number
  readonly descent: number

  constructor(woff: Buffer) {
    this.table = webFontTables(woff)
    if (this.table('head').readUInt16BE(18) !== 1000) throw new RangeError('The font has not 1,000 units an em.')
    this.glyphs = glyphsByCharacter(this.table('cmap'))
    const hhea = this.table('hhea')
    this.measured = hhea.readUInt16BE(34)
    this.ascent = hhea.readInt16BE(4)
    this.descent = hhea.readInt16BE(6)
  }

  /** The glyph of a character, or undefined when the font has none. */
  glyphOf(code: number): number | undefined {
    return this.glyphs.get(code)
  }

  /** How far a glyph moves on, in thousandths of an em. */
  advanceOf(glyph: number): number {
    return this.table('hmtx').readUInt16BE(4 * Math.min(glyph, this.measured - 1))
  }

  /** The middle of what a glyph draws, in thousandths of an em from where it stands. */
  middleOf(glyph: number): number {
    const drawn = this.drawn(glyph)
    return drawn.length === 0 ? 0 : (drawn.readInt16BE(2) + drawn.readInt16BE(6)) / 2
  }

  /** The bytes of a font with some glyphs, which keep their numbers; the others are empty. */
  subset(glyphs: Iterable<number>): Buffer {
    const all = new Set([0, ...glyphs])
    for (const glyph of all) for (const part of partsOf(this.drawn(glyph))) all.add(part)
    const count = this.table('maxp').readUInt16BE(4)
    const loca = Buffer.alloc(4 * (count + 1))
    const outlines: Buffer[] = []
    let size = 0
    for (let glyph = 0; glyph < count; glyph++) {
      loca.writeUInt32BE(size, 4 * glyph)
      if (!all.has(glyph)) continue
      const drawn = this.drawn(glyph)
      const padded = Buffer.alloc(aligned(drawn.length))
      drawn.copy(padded)
      outlines.push(padded)
      size += padded.length
    }
    loca.writeUInt32BE(size, 4 * count)
    const head = Buffer.from(this.table('head'))
    // Places of glyphs are written with four bytes.
    head.writeInt16BE(1, 50)
    const made: Readonly<Record<string, Buffer>> = { glyf: Buffer.concat(outlines), loca, head }
    return fontOf(kept.map((tag) => [tag, made[tag] ?? this.table(tag)]))
  }

  private drawn(glyph: number): Buffer {
    const loca = this.table('loca')
    const isWide = this.table('head').readInt16BE(50) === 1
    const place = (at: number) => (isWide ? loca.readUInt32BE(4 * at) : 2 * loca.readUInt16BE(2 * at))
    return this.table('glyf').subarray(place(glyph), place(glyph + 1))
  }
}

/** The glyphs that a composite glyph is put together from. */
function partsOf(drawn: Buffer): number[] {
  const parts: number[] = []
  if (drawn.length === 0 || drawn.readInt16BE(0) >= 0) return parts
  for (let at = 10; ; ) {
    const flag = drawn.readUInt16BE(at)
    parts.push(drawn.readUInt16BE(at + 2))
    if (!(flag & flags.more)) return parts
    at += flag & flags.wideArguments ? 8 : 6
    at += flag & flags.scale ? 2 : flag & flags.twoScales ? 4 : flag & flags.matrix ? 8 : 0
  }
}

const aligned = (size: number) => (size + 3) & ~3

/** Tables as one font. Checksums stay 0: readers of a PDF do not look at them. */
function fontOf(tables: readonly (readonly [tag: string, table: Buffer])[]): Buffer {
  const head = Buffer.alloc(12 + 16 * tables.length)
  head.writeUInt32BE(0x0001_0000, 0)
  head.writeUInt16BE(tables.length, 4)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((tables.length - power) * 16, 10)
  const parts = [head]
  let offset = head.length
  for (const [index, [tag, table]] of tables.entries()) {
    const entry = 12 + 16 * index
    head.write(tag, entry, 'latin1')
    head.writeUInt32BE(offset, entry + 8)
    head.writeUInt32BE(table.length, entry + 12)
    const padded = Buffer.alloc(aligned(table.length))
    table.copy(padded)
    parts.push(padded)
    offset += padded.length
  }
  return Buffer.concat(parts)
}
