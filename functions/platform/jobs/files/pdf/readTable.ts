import { type FileHandle, open } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'

/** The beginning of a row, and a line of a cell with its text. */
const entries = /\/Row<<\/Number (\d+)>>DP|\/ActualText <feff([0-9a-f]*)>\/Cell (\d+)/g

/** The texts of every row of a table that we wrote, from the pages of the file alone: what a reader copies out of it. */
export async function* readTable(path: string, columns: number): AsyncGenerator<readonly string[]> {
  const file = await open(path)
  try {
    const empty = () => Array.from({ length: columns }, () => '')
    let row = empty()
    for await (const content of pagesIn(file))
      for (const [, start, text = '', column] of content.matchAll(entries)) {
        if (start !== undefined) {
          yield row
          row = empty()
        } else row[Number(column)] += Buffer.from(text, 'hex').swap16().toString('utf16le')
      }
    yield row
  } finally {
    await file.close()
  }
}

/** What is drawn on each page, by the directory at the end of the file. */
async function* pagesIn(file: FileHandle): AsyncGenerator<string> {
  const { size } = await file.stat()
  const read = async (start: number, end: number) => {
    const bytes = Buffer.alloc(Math.max(0, end - start))
    await file.read(bytes, 0, bytes.length, start)
    return bytes
  }
  const tail = (await read(Math.max(0, size - 64), size)).toString('latin1')
  const directory = await read(Number(/startxref\n(\d+)/.exec(tail)?.[1] ?? size), size)
  const offsets = [...directory.toString('latin1').matchAll(/^(\d{10}) \d{5} [nf] $/gm)].map(([, offset]) =>
    Number(offset),
  )
  const inOrder = [...offsets, size - directory.length].sort((a, b) => a - b)
  const objectAt = (offset: number) => read(offset, inOrder.find((each) => each > offset) ?? size)
  const kids = /\/Kids\[([^\]]*)\]/.exec((await objectAt(offsets[2] ?? 0)).toString('latin1'))?.[1] ?? ''
  for (const [, id] of kids.matchAll(/(\d+) 0 R/g)) {
    // The content of a page stands right before it.
    const start = offsets[Number(id) - 1] ?? 0
    const object = await read(start, offsets[Number(id)] ?? 0)
    const length = Number(/\/Length (\d+)>>\nstream\n/.exec(object.toString('latin1', 0, 120))?.[1] ?? 0)
    const from = object.indexOf('stream\n') + 7
    yield inflateSync(object.subarray(from, from + length)).toString('latin1')
  }
}
