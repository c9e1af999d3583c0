import { inflateSync } from 'node:zlib'

/** A line of text on a page: what it says, and the glyphs that are drawn for it, by font and number. */
export interface PaperLine {
  readonly text: string
  readonly glyphs: readonly { readonly font: number; readonly glyph: number }[]
  readonly x: number
  readonly y: number
}

const lines =
  /\/Span<<\/ActualText <feff([0-9a-f]*)>[^>]*>>BDC BT .*? Tr .*?1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm (.*?) ?ET EMC/g

/** The pages of a PDF as what is drawn on them. */
export function readPaper(bytes: Uint8Array): PaperLine[][] {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  const pages: PaperLine[][] = []
  for (const [, id = ''] of text.matchAll(/\/Contents (\d+) 0 R/g)) {
    const at = text.indexOf(`\n${id} 0 obj\n`)
    const start = text.indexOf('stream\n', at) + 7
    const content = inflateSync(file.subarray(start)).toString('latin1')
    pages.push([...content.matchAll(lines)].map(lineOf))
  }
  return pages
}

const lineOf = ([, text = '', x, y, runs = '']: RegExpExecArray): PaperLine => ({
  text: Buffer.from(text, 'hex').swap16().toString('utf16le'),
  x: Number(x),
  y: Number(y),
  glyphs: [...runs.matchAll(/\/F(\d+) [\d.]+ Tf \[([^\]]*)\]TJ/g)].flatMap(([, font, shown = '']) =>
    [...shown.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) =>
      (hex.match(/.{4}/g) ?? []).map((each) => ({ font: Number(font), glyph: Number.parseInt(each, 16) })),
    ),
  ),
})
