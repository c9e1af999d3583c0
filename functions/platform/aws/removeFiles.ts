import { addressOf, transferMs } from './files.ts'
import { ServiceFault } from './service.ts'
import { signedFetch } from './signed.ts'

/** One file as a bucket lists it; with the version, where the bucket keeps several. */
interface ListedFile {
  readonly key: string
  readonly versionId?: string
}

/** The file store at home keeps one version of each file, and answers the question of versions with one of these. */
const noVersions = [405, 501]

/**
 * Removes every file whose key begins with a text, with all its versions, so that nothing of it can be read again; those
 * whose key begins with `except` stay. Gives the number of files and versions removed. Removing what is gone is no error.
 * Throws `ServiceFault` when S3 refuses it.
 */
export async function removeFiles(prefix: string, bucket: string, except?: string): Promise<number> {
  // A prefix without a name would remove everything.
  if (!/[^/]\/?$/.test(prefix) || !prefix.includes('/')) throw new RangeError('Files are removed below a folder only')
  const all = (await listed(prefix, bucket, 'versions')) ?? (await listed(prefix, bucket, 'list-type')) ?? []
  const files = all.filter(({ key }) => except === undefined || !key.startsWith(`${except}/`))
  for (const file of files) await removeFile(file, bucket)
  // A list has a thousand files at the most.
  return files.length === 0 ? 0 : files.length + (await removeFiles(prefix, bucket, except))
}

async function removeFile({ key, versionId }: ListedFile, bucket: string): Promise<void> {
  const url = addressOf(key, bucket)
  if (versionId !== undefined) url.searchParams.set('versionId', versionId)
  const answer = await signedFetch('s3', url, { method: 'DELETE', timeout: transferMs })
  await answer.body?.cancel()
  if (!answer.ok && answer.status !== 404) throw new ServiceFault('s3', answer.status, 'DeleteObject')
}

/** The files below a prefix, a thousand at the most; undefined where the store knows no versions. */
async function listed(prefix: string, bucket: string, by: 'versions' | 'list-type'): Promise<ListedFile[] | undefined> {
  const url = addressOf('', bucket)
  url.searchParams.set(by, by === 'versions' ? '' : '2')
  url.searchParams.set('prefix', prefix)
  const answer = await signedFetch('s3', url, { method: 'GET', timeout: transferMs })
  const text = await answer.text()
  if (by === 'versions' && noVersions.includes(answer.status)) return undefined
  if (!answer.ok) throw new ServiceFault('s3', answer.status, 'ListObjects')
  const entries = text.match(/<(Contents|Version|DeleteMarker)>.*?<\/\1>/gs) ?? []
  return entries.map((entry) => {
    const versionId = contentOf(entry, 'VersionId')
    return { key: contentOf(entry, 'Key') ?? '', ...(versionId !== undefined && { versionId }) }
  })
}

/** The text of an element; keys of ours hold none of the characters that XML writes otherwise. */
const contentOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
