import { WorkbookError } from './WorkbookError.ts'

/** What is told of an XML text while it is read; names are without their prefix. */
export interface XmlHandler {
  readonly open: (name: string, attributes: string) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

/** Characters of one tag, or of a text between two, at most. */
const longest = 4_000_000

/** Reads an XML text that comes in pieces (XML 1.0). A document type is refused: nothing in a workbook needs entities of its own. */
export class XmlReader {
  private rest = ''

  constructor(private readonly handler: XmlHandler) {}

  /** Reads the next piece as far as it is complete. */
  write(piece: string): void {
    const source = this.rest + piece
    let at = 0
    for (;;) {
      const start = source.indexOf('<', at)
      if (start < 0) break
      const end = endOfMarkup(source, start)
      if (end < 0) break
      if (start > at) this.handler.text(unescaped(source.slice(at, start)))
      this.markup(source.slice(start, end))
      at = end
    }
    this.rest = source.slice(at)
    if (this.rest.length > longest) throw new WorkbookError('broken')
  }

  /** Ends the text; throws when a tag is not complete. */
  end(): void {
    if (this.rest.trim() !== '') throw new WorkbookError('broken')
  }

  private markup(markup: string): void {
    if (markup.startsWith('<![CDATA[')) this.handler.text(markup.slice(9, -3))
    if (/^<(!\[CDATA\[|!--|\?)/.test(markup)) return
    const [, slash, name = '', attributes = '', empty] =
      /^<(\/?)(?:[^\s:/>]+:)?([^\s:/>]+)([\s\S]*?)(\/?)>$/.exec(markup) ?? []
    if (name === '' || name.startsWith('!')) throw new WorkbookError('broken')
    if (slash !== '/') this.handler.open(name, attributes)
    if (slash === '/' || empty === '/') this.handler.close(name)
  }
}

/** Where a tag, a comment or a marked text ends, or -1 while that has not come yet. */
function endOfMarkup(source: string, start: number): number {
  // What it is shows only once enough of it has come.
  if (source.length - start < 9 && '<![CDATA['.startsWith(source.slice(start))) return -1
  if (source.startsWith('<!--', start)) return after(source, '-->', start)
  if (source.startsWith('<![CDATA[', start)) return after(source, ']]>', start)
  if (source.startsWith('<?', start)) return after(source, '?>', start)
  if (source.startsWith('<!', start)) throw new WorkbookError('broken')
  let quote = ''
  for (let index = start; index < source.length; index++) {
    const character = source[index] ?? ''
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return index + 1
  }
  return -1
}

function after(source: string, end: string, start: number): number {
  const found = source.indexOf(end, start)
  return found < 0 ? -1 : found + end.length
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (whole, decimal?: string, hex?: string, name = '') => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
    if (!Number.isNaN(code)) return code <= 0x10_ffff ? String.fromCodePoint(code) : '\ufffd'
    return names[name] ?? whole
  })
}

/** The value of an attribute among those of a tag. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : unescaped(value)
}
