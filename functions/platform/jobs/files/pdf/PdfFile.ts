import { deflateSync } from 'node:zlib'
import { paperFonts } from '#shared/text/paperFonts.ts'
import { fontObjects } from './fontObjects.ts'
import { fontAt } from './fonts.ts'
import type { ShapedGlyph } from './shapeLine.ts'

/** Objects that every file has, by their numbers. */
const numbers = { catalog: 1, pages: 2, resources: 3, info: 4, count: 5 } as const

/** What a file says of itself. */
export interface PdfFacts {
  readonly title: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

/** A text as PDF writes one: UTF-16 in hexadecimal. */
export const pdfText = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`

/** A PDF on its way (ISO 32000-1): each part is given out as bytes once it is written, and only its place is remembered. */
export class PdfFile {
  private readonly offsets: number[] = []
  private readonly pages: number[] = []
  /** What each used glyph of each font says. */
  private readonly used = paperFonts.map(() => new Map<number, string>())
  private position = 0
  private next = Object.keys(numbers).length + 1

  constructor(private readonly facts: PdfFacts) {}

  /** The first bytes of the file. */
  begin(): Buffer {
    return this.counted(Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'))
  }

  /** Notes that a glyph is drawn, so that it becomes part of the file. */
  use({ font, glyph }: Pick<ShapedGlyph, 'font' | 'glyph'>, text: string): void {
    const glyphs = this.used[font]
    if (glyphs && !glyphs.has(glyph)) glyphs.set(glyph, text)
  }

  /** The number of the page to come, from 1. */
  get page(): number {
    return this.pages.length + 1
  }

  /** A page by what is drawn on it. */
  addPage(content: string, [width, height]: readonly [width: number, height: number]): Buffer {
    const stream = this.next++
    const page = this.next++
    this.pages.push(page)
    return Buffer.concat([
      this.stream(stream, '', Buffer.from(content, 'latin1')),
      this.object(
        page,
        `<</Type/Page/Parent ${numbers.pages} 0 R/Resources ${numbers.resources} 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${stream} 0 R>>`,
      ),
    ])
  }

  /** The rest of the file: the fonts, the number of pages, which every page draws by the name `Count`, and the directory. */
  *end(count: (total: number) => string): Generator<Buffer> {
    const total = count(this.pages.length)
    const fonts: string[] = []
    for (const [index, glyphs] of this.used.entries()) {
      if (glyphs.size === 0) continue
      fonts.push(`/F${index} ${this.next} 0 R`)
      for (const { dictionary, content } of fontObjects(fontAt(index), `F${index}`, glyphs, this.next))
        yield content ? this.stream(this.next++, dictionary, content) : this.object(this.next++, dictionary)
    }
    const kids = this.pages.map((id) => `${id} 0 R`).join(' ')
    const { title, language, direction } = this.facts
    const resources = `<</Font<<${fonts.join('')}>>/XObject<</Count ${numbers.count} 0 R>>>>`
    yield this.object(numbers.resources, resources)
    const form = `/Type/XObject/Subtype/Form/BBox[0 -20 300 20]/Resources ${numbers.resources} 0 R`
    yield this.stream(numbers.count, form, Buffer.from(total, 'latin1'))
    yield this.object(numbers.pages, `<</Type/Pages/Count ${this.pages.length}/Kids[${kids}]>>`)
    yield this.object(numbers.info, `<</Title ${pdfText(title)}/Producer(Redress)>>`)
    const preferences = `<</DisplayDocTitle true/Direction/${direction === 'rtl' ? 'R2L' : 'L2R'}>>`
    yield this.object(
      numbers.catalog,
      `<</Type/Catalog/Pages ${numbers.pages} 0 R/Lang(${language})/ViewerPreferences${preferences}>>`,
    )
    yield this.directory()
  }

  private directory(): Buffer {
    const start = this.position
    const lines = Array.from({ length: this.next - 1 }, (_, index) => {
      const offset = String(this.offsets[index + 1] ?? 0)
      return `${offset.padStart(10, '0')} 00000 n \n`
    })
    const trailer = `trailer\n<</Size ${this.next}/Root ${numbers.catalog} 0 R/Info ${numbers.info} 0 R>>`
    return Buffer.from(
      `xref\n0 ${this.next}\n0000000000 65535 f \n${lines.join('')}${trailer}\nstartxref\n${start}\n%%EOF\n`,
    )
  }

  private object(id: number, text: string): Buffer {
    this.offsets[id] = this.position
    return this.counted(Buffer.from(`${id} 0 obj\n${text}\nendobj\n`, 'latin1'))
  }

  private stream(id: number, dictionary: string, content: Buffer): Buffer {
    this.offsets[id] = this.position
    const packed = deflateSync(content)
    const head = `${id} 0 obj\n<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`
    return this.counted(Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')]))
  }

  private counted(bytes: Buffer): Buffer {
    this.position += bytes.length
    return bytes
  }
}
