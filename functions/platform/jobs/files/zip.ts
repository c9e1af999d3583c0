import type { Writable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A part of a ZIP archive: its path in it, and its content in pieces. */
export interface ZipPart {
  readonly name: string
  readonly content: Iterable<string> | AsyncIterable<string>
}

/** Bytes of one part or archive at the most: what the 32 bits of a plain ZIP say. */
const mostBytes = 0xffff_ffff
/** Level of compression: a sixth of the time of the best one for a tenth more bytes. */
const level = 4
/** 1 January 1980, the first day a ZIP knows: equal content gives equal bytes. */
const firstDay = 0x0021
/** Sizes follow the content, which is not known before it is written; names are UTF-8. */
const flags = 0x0808

interface WrittenPart {
  readonly name: Buffer
  readonly offset: number
  crc: number
  size: number
  packedSize: number
}

/** An archive of some parts, made while it is read (APPNOTE 6.3.3, deflate); throws RangeError above 4 GiB. */
export async function* zipOf(parts: Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: WrittenPart[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const part: WrittenPart = { name: Buffer.from(name), offset, crc: 0, size: 0, packedSize: 0 }
    for await (const bytes of localPart(part, content)) {
      offset += bytes.length
      yield bytes
    }
    written.push(part)
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  if (offset + directory.length > mostBytes) throw new RangeError('The archive is larger than 4 GiB.')
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  yield Buffer.concat([directory, end])
}

async function* localPart(part: WrittenPart, content: ZipPart['content']): AsyncGenerator<Buffer> {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x0403_4b50, 0)
  writeHeads(header, 4)
  header.writeUInt16LE(part.name.length, 26)
  yield Buffer.concat([header, part.name])
  for await (const bytes of deflated(part, content)) yield bytes
  if (part.size > mostBytes) throw new RangeError('A part of the archive is larger than 4 GiB.')
  const descriptor = Buffer.alloc(16)
  descriptor.writeUInt32LE(0x0807_4b50, 0)
  writeSizes(descriptor, 4, part)
  yield descriptor
}

async function* deflated(part: WrittenPart, content: ZipPart['content']): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level, chunkSize: 1 << 18 })
  const feeding = feed(deflate, part, content)
  // What the content throws is thrown here, and not on the side.
  feeding.catch((error) => deflate.destroy(error))
  for await (const bytes of deflate) {
    part.packedSize += bytes.length
    yield bytes
  }
  await feeding
}

async function feed(deflate: ReturnType<typeof createDeflateRaw>, part: WrittenPart, content: ZipPart['content']) {
  for await (const text of content) {
    // Nobody reads on, such as after a full disk.
    if (deflate.destroyed) return
    const bytes = Buffer.from(text)
    part.crc = crc32(bytes, part.crc)
    part.size += bytes.length
    if (!deflate.write(bytes)) await drained(deflate)
  }
  deflate.end()
}

/** Waits until a stream takes more, or takes nothing any more. */
const drained = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done)
      resolve()
    }
    stream.on('drain', done).on('close', done)
  })

function directoryEntry(part: WrittenPart): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x0201_4b50, 0)
  entry.writeUInt16LE(20, 4)
  writeHeads(entry, 6)
  writeSizes(entry, 16, part)
  entry.writeUInt16LE(part.name.length, 28)
  entry.writeUInt32LE(part.offset, 42)
  return Buffer.concat([entry, part.name])
}

/** Version needed, flags, method and date, which stand in this order in both headers. */
function writeHeads(header: Buffer, at: number): void {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(flags, at + 2)
  header.writeUInt16LE(8, at + 4)
  header.writeUInt16LE(firstDay, at + 8)
}

function writeSizes(header: Buffer, at: number, { crc, packedSize, size }: WrittenPart): void {
  header.writeUInt32LE(crc, at)
  header.writeUInt32LE(packedSize, at + 4)
  header.writeUInt32LE(size, at + 8)
}
