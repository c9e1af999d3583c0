import { checkMacs } from '#functions/platform/store/audit/auditKeys.ts'
import { digestOf, entryFrom, type HistoryEntry, macIn } from '#functions/platform/store/history.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { historyPlace } from '#functions/platform/store/keys.ts'
import { DamagedValue } from '#functions/platform/store/packing/packed.ts'
import { type OpenEntry, openEntries } from '#functions/platform/store/persons/openHistory.ts'
import { readPersonKeys } from '#functions/platform/store/persons/personKeys.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import type { RecordFinding } from './finding.ts'
import type { Proof } from './proof.ts'

/** An entry, whether its MAC is the right one (undefined where its key cannot be reached), and whether it can be read. */
interface ChainLink {
  readonly entry: OpenEntry
  readonly isSigned: boolean | undefined
  readonly isUnreadable: boolean
}

/** The history of one record, oldest first. */
export interface Chain {
  readonly id: string
  readonly links: readonly ChainLink[]
}

/** The items of the history of one record, oldest first. */
export interface HistoryItems {
  readonly id: string
  readonly items: readonly RecordValues[]
}

/** Reads the history of some records; their MACs and the keys of their persons are asked for together. */
export async function readChains(histories: readonly HistoryItems[]): Promise<Chain[]> {
  const items = histories.flatMap((history) => history.items)
  const entries = items.map(entryOrBlank)
  const [opened, macs] = await Promise.all([
    openEntries(entries),
    checkMacs(entries.map((entry, index) => signed(entry, items[index] ?? {}))),
  ])
  const unreadable = await unreadableEntries(opened)
  const links = opened.map((entry, index) => ({ entry, isSigned: macs[index], isUnreadable: unreadable.has(entry) }))
  return histories.map(({ id, items: { length } }) => ({ id, links: links.splice(0, length) }))
}

const signed = (entry: HistoryEntry, item: RecordValues) => ({
  digest: digestOf(entry),
  mac: macIn(item),
  key: entry.key ?? 1,
})

// An entry that cannot be read keeps its place, and its content does not give what was signed.
function entryOrBlank(item: RecordValues): HistoryEntry {
  const actor = { actorId: '', actorName: '', roles: [], source: '', action: '' }
  const blank = { ...actor, at: '', before: {}, after: {}, previousHash: '', hash: '' }
  try {
    return { ...blank, ...entryFrom(item) }
  } catch (error) {
    if (!(error instanceof DamagedValue)) throw error
    return { ...blank, ...historyPlace(String(item.pk), String(item.sk)) }
  }
}

/** Entries that say something of a person that cannot be read, though that person's key was not destroyed. */
async function unreadableEntries(entries: readonly OpenEntry[]): Promise<Set<OpenEntry>> {
  const erased = entries.flatMap((entry) => (entry.erased?.subjectIds ?? []).map((subjectId) => ({ subjectId, entry })))
  if (erased.length === 0) return new Set()
  const keys = await readPersonKeys(erased.map(({ subjectId }) => subjectId))
  return new Set(erased.flatMap(({ entry }, index) => (keys[index]?.state === 'destroyed' ? [] : [entry])))
}

/** What differs in the history of a record from what was written and anchored. */
export function chainFindings({ id, links }: Chain, proof: Proof): RecordFinding[] {
  const findings: RecordFinding[] = []
  let [version, hash] = [0, '']
  const anchored = new Map(links.map(({ entry }) => [entry.version, entry.hash]))
  for (const { entry, isSigned, isUnreadable } of links) {
    const add = (what: RecordFinding['what']) => findings.push({ recordId: id, version: entry.version, what })
    if (entry.version !== version + 1) add('gap')
    else if (entry.previousHash !== hash) add('unchained')
    if (!(isSigned ?? proof.isProven(id, entry.version, entry.key ?? 1))) add('forged')
    else if (isUnreadable) add('unreadable')
    version = entry.version
    hash = entry.hash
  }
  const other = links.length > 0 && proof.headsOf(id).find((head) => anchored.get(head.version) !== head.hash)
  if (other) findings.push({ recordId: id, version: other.version, what: 'rewritten' })
  return findings
}

/** Version and hash of the newest entry, what the entries add up to, and the names of which that is not known. */
export function sumOf({ links }: Chain) {
  const values: Record<string, unknown> = {}
  const unknown = new Set<string>()
  for (const { entry } of links) {
    for (const name of entry.erased?.values ?? []) unknown.add(name)
    for (const [name, value] of Object.entries<unknown>(Object(entry.after))) {
      unknown.delete(name)
      if (value === null) delete values[name]
      else values[name] = value
    }
  }
  const { version = 0, hash = '' } = links.at(-1)?.entry ?? {}
  return { version, hash, values, unknown }
}

/** What a record holds, without what its key and its history say of it. */
export function contentOf({ record: { id: _id, version: _version, ...content } }: StoredRecord): RecordValues {
  return content
}
