import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { macsOf, newestAuditKey } from './auditKeys.ts'

/** The newest entry of a record at some moment. */
export interface Head {
  readonly id: string
  readonly version: number
  readonly hash: string
}

/** What an anchor says of itself. */
export interface AnchorNotes {
  /** Counted from 1. */
  readonly number: number
  /** UTC. */
  readonly at: string
  /** SHA-256 of the file of the anchor before, base64url; empty for the first one, and for one that begins anew. */
  readonly previous: string
  /** Whether it has the head of every record, and not only of those changed since the anchor before. */
  readonly isWhole: boolean
  /** Number of the key that signed it. */
  readonly key: number
  /** The key of earlier entries was lost: this anchor and those before are all that proves them. */
  readonly hasLostKey?: boolean
  /** The records came out of a copy: what earlier anchors have that is later than these heads is not there any more. */
  readonly isRestore?: boolean
}

/** An anchor as it was read: `digest` and `mac` are of everything in it but the MAC. */
export interface Anchor extends AnchorNotes {
  readonly heads: readonly Head[]
  readonly digest: Uint8Array
  readonly mac: Uint8Array
}

/** SHA-256 of the file of an anchor, base64url. */
export const anchorHash = (file: Uint8Array): string => createHash('sha256').update(file).digest('base64url')

const digestOfText = (text: string): Uint8Array => createHash('sha256').update(text).digest()

/** Writes an anchor as a compressed file: its notes, a line for each head, and a MAC over both. */
export async function anchorFile(notes: Omit<AnchorNotes, 'key'>, heads: Iterable<Head>): Promise<Buffer<ArrayBuffer>> {
  const key = newestAuditKey()
  const lines = [JSON.stringify({ ...notes, key: key.number })]
  for (const { id, version, hash } of heads) lines.push(`${id} ${version} ${hash}`)
  const text = `${lines.join('\n')}\n`
  const [mac = new Uint8Array()] = await macsOf([digestOfText(text)], key)
  return gzipSync(`${text}${Buffer.from(mac).toString('base64url')}\n`)
}

/** Reads the file of an anchor; undefined when it is none. */
export function anchorFrom(file: Uint8Array): Anchor | undefined {
  try {
    const text = gunzipSync(file).toString()
    const end = text.lastIndexOf('\n', text.length - 2) + 1
    const [notes = '', ...lines] = text.slice(0, end - 1).split('\n')
    const heads = lines.map((line): Head => {
      const [id = '', version = '', hash = ''] = line.split(' ')
      return { id, version: Number(version), hash }
    })
    const mac = Buffer.from(text.slice(end).trim(), 'base64url')
    return { ...JSON.parse(notes), heads, digest: digestOfText(text.slice(0, end)), mac }
  } catch {
    return undefined
  }
}
