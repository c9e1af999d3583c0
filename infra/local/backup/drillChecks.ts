import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countListed, everyListedRow } from '#functions/platform/projection/file/listedRecords.ts'
import { filesBucket, projectionFolder } from '#infra/local/process/environment.ts'
import { uploadFiles } from '#shared/api/uploads.ts'
import { entities } from '#shared/entities/index.ts'
import { Upload } from '#shared/entities/upload.ts'
import { isSame } from '#shared/values/canonical.ts'
import { erasedWord } from '#shared/values/erasedText.ts'
import type { BackupManifest } from './backupManifest.ts'
import { checksumOf } from './copyFolder.ts'
import { expectThat } from './drillSteps.ts'

/** Where the documents lie that records name: those of erased persons are gone, and their names with them. */
const namedDocuments = (folder: string): string[] =>
  everyListedRow(projectionFolder(folder), Upload).flatMap((row) => {
    const { id, status, purpose, usedFor, name }: Partial<Upload> = Object(row)
    const isKept = status === 'used' && purpose === 'document' && name !== erasedWord
    return isKept ? [`files/${filesBucket}/${uploadFiles.kept}${usedFor}/${id}`] : []
  })

const present = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

/** The longest time for the lists to take over every record, in milliseconds. */
const listsMs = 300_000

/** Waits until the lists of a folder know as many records of each resource as the backup has; the number of all. */
export async function compareLists(folder: string, { records }: BackupManifest): Promise<number> {
  let listed: Record<string, number> = {}
  for (const deadline = Date.now() + listsMs; Date.now() < deadline; ) {
    listed = present(countListed(projectionFolder(folder), entities))
    if (isSame(listed, present(records))) return Object.values(listed).reduce((sum, count) => sum + count, 0)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`The lists know ${JSON.stringify(listed)}, the backup has ${JSON.stringify(records)}.`)
}

/**
 * Compares every file of a folder's documents with the manifest, and looks for those that records name; how many are named.
 * The lists of the folder are complete before.
 */
export async function compareDocuments(folder: string, { files }: BackupManifest): Promise<number> {
  const documents = files.filter(({ path }) => path.startsWith('files/'))
  for (const expected of documents)
    expectThat(isSame(await checksumOf(folder, expected.path), expected), `${expected.path} is not as it was copied.`)
  const named = namedDocuments(folder)
  const missing = named.filter((place) => !documents.some(({ path }) => path.startsWith(place)))
  expectThat(missing.length === 0, `Records name files that are not there: ${missing.join(', ')}.`)
  return named.length
}

/** Links that are tried at the most, the newest first. */
const mostLinks = 20

/** The paths of survey links in the mails of a folder, the newest first; people have these links. */
function sentLinks(folder: string): string[] {
  const path = join(folder, 'mail.jsonl')
  const mails = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return [...new Set([...mails.matchAll(/\/s\/[\w-]{20,}/g)].map(([link]) => link))].reverse().slice(0, mostLinks)
}

/** Opens survey links that were sent before the backup; how many open, of those tried. */
export async function openLinks(
  folder: string,
  url: string,
): Promise<{ readonly opened: number; readonly tried: number }> {
  const links = sentLinks(folder)
  // A link that was revoked is unknown, also where it was sent from.
  const answers = await Promise.all(links.map(async (link) => (await fetch(`${url}${link}`)).status))
  const opened = answers.filter((status) => status < 400).length
  expectThat(links.length === 0 || opened > 0, `None of ${links.length} survey links opens: ${answers.join(', ')}.`)
  return { opened, tried: links.length }
}

/** Changes the first site of a product and changes it back; its last version. */
export async function changeRecord(url: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const list = await fetch(`${url}/api/sites?range=${encodeURIComponent('[0,0]')}`, { headers })
  expectThat(list.ok, `The list of sites answered ${list.status}.`)
  const [site] = await list.json()
  expectThat(site !== undefined, 'There is no site to change.')
  const path = `${url}/api/sites/${site.id}`
  let { version, phone = null } = await (await fetch(path, { headers })).json()
  for (const next of ['+000', phone]) {
    const body = JSON.stringify({ phone: next, version })
    const answer = await fetch(path, { method: 'PATCH', headers, body })
    expectThat(answer.ok, `The change of a site answered ${answer.status}.`)
    version = (await answer.json()).version
  }
  return version
}
