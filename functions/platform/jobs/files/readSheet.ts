import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { sheetPath } from './workbookParts.ts'

/** The texts of every row of a workbook that we wrote, from its bytes alone: what a spreadsheet finds in it. */
export async function* readSheet(path: string, columns: number): AsyncGenerator<readonly string[]> {
  const { start, end } = await placeOfSheet(path)
  const unpacked = createReadStream(path, { start, end }).pipe(createInflateRaw({ chunkSize: 1 << 18 }))
  unpacked.setEncoding('utf8')
  let rest = ''
  for await (const chunk of unpacked) {
    const text = rest + chunk
    const cut = text.lastIndexOf('</row>') + 6
    if (cut < 6) {
      rest = text
      continue
    }
    for (const [, cells = ''] of text.slice(0, cut).matchAll(/<row [^>]*>(.*?)<\/row>/gs)) yield textsOf(cells, columns)
    rest = text.slice(cut)
  }
}

const cell = /<c r="([A-Z]+)\d+"[^>]*>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g

function textsOf(cells: string, columns: number): string[] {
  const texts = Array.from({ length: columns }, () => '')
  for (const [, letters = '', number, text] of cells.matchAll(cell))
    texts[indexOf(letters)] = number ?? plain(text ?? '')
  return texts
}

const indexOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' }

const plain = (text: string): string =>
  text
    .replace(/&(amp|lt|gt);/g, (_, name: string) => names[name] ?? '')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Where the packed bytes of the sheet lie, by the archive's directory; throws RangeError when it has none. */
async function placeOfSheet(path: string): Promise<{ start: number; end: number }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tail = Buffer.alloc(Math.min(size, 4096))
    await file.read(tail, 0, tail.length, size - tail.length)
    const name = Buffer.from(sheetPath)
    for (let at = tail.indexOf('PK\x01\x02'); at >= 0; at = tail.indexOf('PK\x01\x02', at + 1)) {
      if (!tail.subarray(at + 46, at + 46 + name.length).equals(name)) continue
      const start = tail.readUInt32LE(at + 42) + 30 + name.length
      return { start, end: start + tail.readUInt32LE(at + 20) - 1 }
    }
    throw new RangeError('The workbook has no sheet.')
  } finally {
    await file.close()
  }
}
