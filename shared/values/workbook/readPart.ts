import type { Archive } from './archive.ts'
import { type XmlHandler, XmlReader } from './XmlReader.ts'

/** Reads a part of an archive to its end. */
export async function readPart(archive: Archive, name: string, handler: Partial<XmlHandler>): Promise<void> {
  const reader = new XmlReader({ open: () => {}, text: () => {}, close: () => {}, ...handler })
  for await (const piece of archive.text(name)) reader.write(piece)
  reader.end()
}
