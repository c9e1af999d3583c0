import { createHash } from 'node:crypto'
import type { UploadAddress } from '#shared/api/uploads.ts'
import { tableType, workbookType } from '#shared/values/contentType.ts'
import { as } from './call.ts'
import type { Person } from './people.ts'
import type { SignedInCall } from './session.ts'

/** A small PDF of invented content. */
export const pdfOf = (text: string): Buffer<ArrayBuffer> => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`)

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** What a person announces of a file. */
export const announcementOf = (bytes: Buffer, name = 'report.pdf', type = 'application/pdf') => ({
  ...{ purpose: 'document', name, type, bytes: bytes.length, sha256: sha256(bytes) },
})

/** Announces a file. */
export const announce = (person: Person, announcement: object) => as(person)('POST /api/uploads', announcement)

/** Sends bytes to the address of an announced file; the status of the file store. */
export async function put(
  { body }: { readonly body: UploadAddress },
  bytes: Buffer,
  headers: Record<string, string> = {},
): Promise<number> {
  const request = { method: 'PUT', headers: { ...body.headers, ...headers }, body: new Uint8Array(bytes) }
  return (await fetch(body.url, request)).status
}

/** Announces and sends a file; its id. */
export async function upload(person: Person, bytes: Buffer, name?: string): Promise<string> {
  const announced = await announce(person, announcementOf(bytes, name))
  const status = await put(announced, bytes)
  if (status !== 200) throw new Error(`The file store answered ${status}`)
  return announced.body.id
}

/** Announces and sends a file over HTTP to a running product; its id. */
export async function uploadTo(call: SignedInCall, bytes: Buffer, name?: string): Promise<string> {
  const announced = await call('POST /api/uploads', announcementOf(bytes, name))
  const status = await put(announced, bytes)
  if (status !== 200) throw new Error(`The file store answered ${status}`)
  return announced.body.id
}

/** Sends a table for an import; the id of its upload. */
export const uploadTable = (person: Person, text: string): Promise<string> =>
  sendForImport(person, Buffer.from(text), 'list.csv', tableType)

/** Sends a workbook for an import; the id of its upload. */
export const uploadWorkbook = (person: Person, bytes: Buffer): Promise<string> =>
  sendForImport(person, bytes, 'list.xlsx', workbookType)

async function sendForImport(person: Person, bytes: Buffer, name: string, type: string): Promise<string> {
  const announcement = { ...announcementOf(bytes, name, type), purpose: 'import' }
  const announced = await announce(person, announcement)
  const status = await put(announced, bytes)
  if (status !== 200) throw new Error(`The file store answered ${status}`)
  return announced.body.id
}
