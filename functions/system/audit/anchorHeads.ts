import {
  type AnchorNotes,
  anchorFile,
  anchorFrom,
  anchorHash,
  type Head,
} from '#functions/platform/store/audit/anchor.ts'
import { type AnchorFiles, anchorFiles } from '#functions/platform/store/audit/anchorFiles.ts'
import { type AnchorPlace, readAnchorPlace, saveAnchorPlace } from '#functions/platform/store/audit/auditState.ts'
import { changedVersions, readHeads } from '#functions/platform/store/audit/readHeads.ts'
import { entities } from '#shared/entities/index.ts'

/**
 * How long before the last reading an anchor looks again, in milliseconds: a write carries the instant at which it began, and
 * the index of changes tells of it some time later.
 */
const overlapMs = 15 * 60_000

const dayOf = (instant: string): string => instant.slice(0, 10)
const monthOf = (instant: string): string => instant.slice(0, 7)

/** Whether the first anchor of a day is still to be written; a day on which nothing ran is made up for on the next. */
export const isAnchorDue = ({ at }: Pick<AnchorPlace, 'at'>, now: string): boolean =>
  at === undefined || dayOf(at) !== dayOf(now)

/** Whether an anchor has to hold every head: the first one, and the first of a month. */
const isWholeDue = ({ last, at }: AnchorPlace, now: string): boolean =>
  last === 0 || at === undefined || monthOf(at) !== monthOf(now)

/**
 * Writes the heads of all records changed since the last anchor as the next one, or of all records with the first of a month.
 * `hasLostKey` is for the moment at which a new key replaces a lost one, `isRestore` for that at which the records came out of
 * a copy. Gives the number of heads.
 */
export async function anchorHeads(
  now: string,
  { hasLostKey, isRestore }: Pick<AnchorNotes, 'hasLostKey' | 'isRestore'> = {},
): Promise<number> {
  const files = anchorFiles()
  const before = await newestPlace(files, await readAnchorPlace())
  const isWhole = hasLostKey === true || isRestore === true || isWholeDue(before, now)
  const readAt = new Date().toISOString()
  // A copy has the records of its own moment, whatever earlier anchors say.
  const heads = isWhole ? await everyHead(files, isRestore ? undefined : before) : await headsSince(before, now)
  const isThere = before.last > 0 && (await files.read(before.last)) !== undefined
  // Without the keys' folder the anchors before are lost as well, and this one begins anew.
  const previous = hasLostKey && !isThere ? '' : before.hash
  const notes = {
    number: before.last + 1,
    at: now,
    previous,
    isWhole,
    ...(hasLostKey && { hasLostKey }),
    ...(isRestore && { isRestore }),
  }
  await write(files, { before, readAt, notes, heads })
  return heads.length
}

async function write(
  files: AnchorFiles,
  anchor: { before: AnchorPlace; readAt: string; notes: Omit<AnchorNotes, 'key'>; heads: readonly Head[] },
): Promise<void> {
  const { before, readAt, notes, heads } = anchor
  const file = await anchorFile(notes, heads)
  if (!(await files.writeNew(notes.number, file))) throw new Error('Another process wrote an anchor of this number')
  await saveAnchorPlace(before, { last: notes.number, hash: anchorHash(file), at: notes.at, readAt })
}

/** The newest anchor; a process may have stopped after it wrote one and before it noted it. */
async function newestPlace(files: AnchorFiles, noted: AnchorPlace): Promise<AnchorPlace> {
  let place = noted
  for (;;) {
    const file = await files.read(place.last + 1)
    const anchor = file && anchorFrom(file)
    if (!file || !anchor) return place
    // When its changes were read is not known: those since the one before are looked at again.
    const next = { ...place, last: place.last + 1, hash: anchorHash(file), at: anchor.at }
    await saveAnchorPlace(place, next)
    place = next
  }
}

const earlier = (a: string, b: string): string => (a < b ? a : b)

/** A clock that was set back since gives the earlier of both instants. */
async function headsSince({ readAt = '' }: AnchorPlace, now: string): Promise<Head[]> {
  const from = Date.parse(earlier(readAt, now))
  const since = Number.isNaN(from) ? '0' : new Date(from - overlapMs).toISOString()
  return readHeads([...(await changedVersions(entities, since)).keys()])
}

/** Every head: those of the anchors since the last whole one, and of the records that the feed has later versions of. */
async function everyHead(files: AnchorFiles, before: AnchorPlace | undefined): Promise<Head[]> {
  const heads = new Map<string, Head>()
  for (let number = before?.last ?? 0, isWhole = false; number > 0 && !isWhole; number--) {
    const file = await files.read(number)
    const anchor = file && anchorFrom(file)
    isWhole = anchor?.isWhole ?? false
    for (const head of anchor?.heads ?? []) if (isNewer(head, heads.get(head.id))) heads.set(head.id, head)
  }
  const changed = await changedVersions(entities, '0')
  const ids = [...changed].flatMap(([id, version]) => (version > (heads.get(id)?.version ?? 0) ? [id] : []))
  for (const head of await readHeads(ids)) heads.set(head.id, head)
  // A record that is gone stays among the heads, for nothing removes one.
  return [...heads.values()]
}

const isNewer = (head: Head, known: Head | undefined): boolean => !known || head.version > known.version
