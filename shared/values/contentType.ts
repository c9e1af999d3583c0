import { isWideText } from './table/textOfBytes.ts'

/** Kinds of file whose first bytes say what they are, by their media type. */
const beginnings = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const

/** A media type that can be told by content. */
export type KnownType = keyof typeof beginnings

/** Every media type that can be told by content. */
export const knownTypes = Object.keys(beginnings) as [KnownType, ...KnownType[]]

/** Bytes at the beginning of a file that are enough to tell its type. */
export const typeBytes = 8

/** The media type of a table as text, which no first bytes tell: it is whatever is none of the others. */
export const tableType = 'text/csv'

/** The media type of a workbook (XLSX), which is an archive. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Whether a file begins as an archive does. */
export const isArchive = (bytes: Uint8Array): boolean =>
  [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte)

/** Whether the first bytes of a file are those of its type; a program or an archive is no table either. */
export function isOfType(type: string, bytes: Uint8Array): boolean {
  if (type === workbookType) return isArchive(bytes)
  if (type === tableType)
    return typeOfContent(bytes) === undefined && !isArchive(bytes) && (isWideText(bytes) || !bytes.includes(0))
  return typeOfContent(bytes) === type
}

/** What a file is by its first bytes, whatever its name says; undefined for anything else. */
export const typeOfContent = (bytes: Uint8Array): KnownType | undefined =>
  knownTypes.find((type) => beginnings[type].every((byte, index) => bytes[index] === byte))
