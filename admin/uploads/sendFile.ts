import { refusalText } from '#admin/language/refusal.ts'
import type { Words } from '#admin/language/words.ts'
import type { RedressProvider, UploadRequest } from '#admin/provider/contract.ts'
import { Upload } from '#shared/entities/upload.ts'
import type { Refusal } from '#shared/refusals.ts'
import { largeRefusal } from '#shared/rules/uploads/uploadRules.ts'
import { tableType, typeBytes, typeOfContent, workbookType } from '#shared/values/contentType.ts'
import { sha256Hex } from '#shared/values/hash.ts'

/** Why a file was not sent: a refusal of the product, or the key of a sentence in `upload`. */
export class SendFault extends Error {
  constructor(readonly reason: Refusal | 'unknownType' | 'empty' | 'interrupted' | 'refused') {
    super(typeof reason === 'string' ? reason : reason.message)
    this.name = 'SendFault'
  }
}

/** How a file is sent on its way: what is told the share from 0 to 1, and what stops it. */
interface SendOptions {
  readonly report: (share: number) => void
  readonly signal: AbortSignal
}

/** What announces files. */
type Announcer = Pick<RedressProvider, 'announce'>

/** Longest name of a file, in characters; the end, which says its kind, is kept. */
const longestName = 120

/**
 * Sends a document; its id. Whatever its name says, its type is told by its content. Throws `SendFault`, or the refusal of
 * the API.
 */
export async function sendDocument(provider: Announcer, file: File, options: SendOptions): Promise<string> {
  if (file.size === 0) throw new SendFault('empty')
  const large = largeRefusal({ purpose: 'document', bytes: file.size })
  if (large) throw new SendFault(large)
  const content = await file.arrayBuffer().catch(() => {
    throw new SendFault('interrupted')
  })
  const type = typeOfContent(new Uint8Array(content, 0, Math.min(typeBytes, content.byteLength)))
  if (!type) throw new SendFault('unknownType')
  return send(provider, { purpose: 'document', name: file.name, type, content: new Uint8Array(content) }, options)
}

/** Sends a table or a workbook for an import; its id. Throws like `sendDocument`. */
export async function sendTable(
  provider: Announcer,
  name: string,
  table: string | Blob,
  options: SendOptions,
): Promise<string> {
  const [type, content] =
    typeof table === 'string'
      ? ([tableType, new TextEncoder().encode(table)] as const)
      : ([workbookType, new Uint8Array(await table.arrayBuffer())] as const)
  return send(provider, { purpose: 'import', name, type, content }, options)
}

interface SentContent extends Pick<UploadRequest, 'purpose' | 'name' | 'type'> {
  readonly content: Uint8Array<ArrayBuffer>
}

async function send(
  provider: Announcer,
  { content, name, ...facts }: SentContent,
  options: SendOptions,
): Promise<string> {
  const { id, url, headers } = await provider.announce({
    ...facts,
    name: name.slice(-longestName),
    bytes: content.length,
    sha256: await sha256Hex(content),
  })
  await put(url, headers, new Blob([content]), options)
  return id
}

/** Sends the bytes; only an XMLHttpRequest tells how far it is. */
const put = (url: string, headers: Readonly<Record<string, string>>, body: Blob, { report, signal }: SendOptions) =>
  new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => report(total > 0 ? loaded / total : 0)
    request.onload = () =>
      request.status === 200
        ? resolve()
        : reject(new SendFault(request.status < 500 && request.status > 0 ? 'refused' : 'interrupted'))
    request.onerror = () => reject(new SendFault('interrupted'))
    request.onabort = () => reject(new SendFault('interrupted'))
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })

/** Why a file was not sent, in words. */
export function sendSentence(words: Words & { readonly locale: string }, error: unknown, name: string): string {
  if (!(error instanceof SendFault)) return words.failure(error)
  const { reason } = error
  return typeof reason === 'string' ? words.t(`upload.${reason}`, { name }) : refusalText(words, Upload, reason)
}
