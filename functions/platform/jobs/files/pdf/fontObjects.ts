import type { FontFile } from './FontFile.ts'

/** An object of a file: a dictionary, or that of a stream with its content. */
export interface FontObject {
  readonly dictionary: string
  readonly content?: Buffer
}

/** The objects of a font with the glyphs that a file draws, the first of which is the font itself (ISO 32000-1, 9.7). */
export function fontObjects(
  font: FontFile,
  name: string,
  glyphs: ReadonlyMap<number, string>,
  first: number,
): FontObject[] {
  const used = [...glyphs.keys()].sort((a, b) => a - b)
  // The mark before the name says that it is a part of a font.
  const base = `AAAAAA+Redress${name}`
  const subset = font.subset(used)
  const widths = used.map((glyph) => `${glyph}[${font.advanceOf(glyph)}]`).join('')
  const { ascent, descent } = font
  return [
    {
      dictionary: `<</Type/Font/Subtype/Type0/BaseFont/${base}/Encoding/Identity-H/DescendantFonts[${first + 1} 0 R]/ToUnicode ${first + 4} 0 R>>`,
    },
    {
      dictionary: `<</Type/Font/Subtype/CIDFontType2/BaseFont/${base}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${first + 2} 0 R/CIDToGIDMap/Identity/DW 0/W[${widths}]>>`,
    },
    {
      dictionary: `<</Type/FontDescriptor/FontName/${base}/Flags 4/FontBBox[-1000 ${descent} 2000 ${ascent}]/ItalicAngle 0/Ascent ${ascent}/Descent ${descent}/CapHeight 714/StemV 80/FontFile2 ${first + 3} 0 R>>`,
    },
    { dictionary: `/Length1 ${subset.length}`, content: subset },
    { dictionary: '', content: Buffer.from(unicodeMap(used.map((glyph) => [glyph, glyphs.get(glyph) ?? '']))) },
  ]
}

/** What glyphs say, so that a text can be searched and copied; at most 100 at a time, as the format asks. */
function unicodeMap(glyphs: readonly (readonly [glyph: number, text: string])[]): string {
  const parts: string[] = []
  for (let start = 0; start < glyphs.length; start += 100) {
    const lines = glyphs
      .slice(start, start + 100)
      .map(([glyph, text]) => `<${hex(glyph)}><${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`)
    parts.push(`${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar\n`)
  }
  return `/CIDInit/ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000><ffff> endcodespacerange
${parts.join('')}endcmap CMapName currentdict/CMap defineresource pop end end
`
}

/** A glyph as a text of a content stream names it. */
export const hex = (glyph: number): string => glyph.toString(16).padStart(4, '0')
