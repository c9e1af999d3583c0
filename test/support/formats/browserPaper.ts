import { inflateSync } from 'node:zlib'

/** The text of each page of a PDF that a browser printed, as its fonts say what their glyphs mean; in the order in which it was drawn. */
export function textOfPages(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes)
  const source = file.toString('latin1')
  const objects = new Map<string, { readonly text: string; readonly start: number }>()
  for (const { 0: head, 1: id = '', index } of source.matchAll(/(?<=^|\n)(\d+) 0 obj\s/g)) {
    const start = index + head.length
    objects.set(id, { text: source.slice(start, source.indexOf('endobj', start)), start })
  }
  const textIn = (id = '') => objects.get(id)?.text ?? ''
  const contentOf = (id: string) => {
    const { text = '', start = 0 } = objects.get(id) ?? {}
    const at = start + text.indexOf('stream') + 'stream'.length
    return inflateSync(file.subarray(source[at] === '\r' ? at + 2 : at + 1)).toString('latin1')
  }
  const lettersOf = (font: string): Map<string, string> => {
    const [, id = ''] = /\/ToUnicode (\d+) 0 R/.exec(textIn(font)) ?? []
    return id ? readLetters(contentOf(id)) : new Map()
  }
  const pages = [...objects].filter(([, { text }]) => /\/Type\s*\/Page\b(?!s)/.test(text))
  return pages.map(([, { text }]) => {
    const [, fontList = ''] = /\/Font\s*<<(.*?)>>/s.exec(text) ?? []
    const fonts = new Map(
      [...fontList.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(id)]),
    )
    const [, contents = ''] = /\/Contents (\d+) 0 R/.exec(text) ?? []
    let letters = new Map<string, string>()
    let written = ''
    for (const [, font, hex = ''] of contentOf(contents).matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g))
      if (font) letters = fonts.get(font) ?? letters
      else for (const glyph of hex.match(/.{4}/g) ?? []) written += letters.get(glyph.toUpperCase()) ?? ''
    return written
  })
}

/** What each glyph of a font means, by its number in four hexadecimal digits. */
function readLetters(map: string): Map<string, string> {
  const letters = new Map<string, string>()
  const textOf = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  const hexOf = (glyph: number) => glyph.toString(16).toUpperCase().padStart(4, '0')
  for (const [, part = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph = '', letter = ''] of part.matchAll(/<(\w{4})>\s*<(\w+)>/g))
      letters.set(glyph.toUpperCase(), textOf(letter))
  for (const [, part = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from = '', to = '', letter = ''] of part.matchAll(/<(\w{4})>\s*<(\w{4})>\s*<(\w{4})>/g))
      for (let glyph = Number.parseInt(from, 16); glyph <= Number.parseInt(to, 16); glyph++)
        letters.set(hexOf(glyph), String.fromCodePoint(Number.parseInt(letter, 16) + glyph - Number.parseInt(from, 16)))
  return letters
}
