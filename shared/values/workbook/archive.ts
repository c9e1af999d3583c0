import { WorkbookError } from './WorkbookError.ts'

/** What the directory of an archive says of one of its parts. */
interface ArchivePart {
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** A ZIP archive that can be read part by part, each as text while it is unpacked. */
export interface Archive {
  readonly has: (name: string) => boolean
  readonly text: (name: string) => AsyncGenerator<string>
}

/** Bytes of all parts once they are unpacked, at most, and how many times as long as the packed ones they may be. */
const most = { bytes: 800_000_000, ratio: 250, parts: 2_000 } as const
/** A part so small that its ratio says nothing. */
const smallPart = 1_000_000
const wholeDirectory = 65_557
const damaged = () => new WorkbookError('broken')

/**
 * Opens an archive by its directory (APPNOTE 6.3.3). Throws `WorkbookError` when it is damaged or encrypted, needs ZIP64,
 * has a name twice, or would unpack to far more than any workbook needs; a part that lies about its size is stopped there.
 */
export async function openArchive(file: Blob): Promise<Archive> {
  const parts = await partsOf(file)
  return {
    has: (name) => parts.has(name),
    text: async function* (name) {
      const part = parts.get(name)
      if (!part) throw damaged()
      yield* textOf(file, part)
    },
  }
}

async function partsOf(file: Blob): Promise<Map<string, ArchivePart>> {
  const tail = await viewOf(file, Math.max(0, file.size - wholeDirectory), file.size)
  let end = tail.byteLength - 22
  while (end >= 0 && tail.getUint32(end, true) !== 0x0605_4b50) end--
  if (end < 0) throw damaged()
  const count = tail.getUint16(end + 10, true)
  const [size, start] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)]
  if (count === 0xffff || count > most.parts || start + size > file.size) throw damaged()
  const view = await viewOf(file, start, start + size)
  const parts = new Map<string, ArchivePart>()
  let total = 0
  for (let at = 0, index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x0201_4b50) throw damaged()
    const nameSize = view.getUint16(at + 28, true)
    if (at + 46 + nameSize > view.byteLength) throw damaged()
    const part = partAt(view, at)
    total += part.size
    if (total > most.bytes) throw new WorkbookError('tooLarge')
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameSize))
    if (parts.has(name)) throw damaged()
    parts.set(name, part)
    at += 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

function partAt(view: DataView, at: number): ArchivePart {
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1
  const method = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const offset = view.getUint32(at + 42, true)
  if (isEncrypted || (method !== 0 && method !== 8) || [packed, size, offset].includes(0xffff_ffff)) throw damaged()
  if (size > smallPart && size > packed * most.ratio) throw new WorkbookError('tooLarge')
  return { method, packed, size, offset }
}

/** The text of a part in UTF-8, piece by piece. */
async function* textOf(file: Blob, { method, packed, size, offset }: ArchivePart): AsyncGenerator<string> {
  const head = await viewOf(file, offset, offset + 30)
  if (head.byteLength < 30 || head.getUint32(0, true) !== 0x0403_4b50) throw damaged()
  const start = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  const stored = file.slice(start, start + packed).stream()
  const unpacked = method === 0 ? stored : stored.pipeThrough(new DecompressionStream('deflate-raw'))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = unpacked.getReader()
  let read = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      read += value.length
      if (read > size) throw damaged()
      yield decoder.decode(value, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    throw error instanceof WorkbookError ? error : damaged()
  } finally {
    await reader.cancel().catch(() => {})
  }
  if (read !== size) throw damaged()
}

async function viewOf(file: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await file.slice(start, end).arrayBuffer())
}
