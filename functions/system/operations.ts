import { entryFrom, type HistoryEntry, hashOf } from '#functions/platform/store/history.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { historyKey, historyPlace } from '#functions/platform/store/keys.ts'
import { DamagedValue } from '#functions/platform/store/packing/packed.ts'
import { type OpenEntry, openEntries } from '#functions/platform/store/persons/openHistory.ts'
import { readPersonKeys } from '#functions/platform/store/persons/personKeys.ts'
import { getAnyRecord, wholePartition } from '#functions/platform/store/read.ts'
import { everyKey } from '#functions/platform/store/scan.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { entityOfId } from '#shared/entities/index.ts'
import { canonical } from '#shared/values/canonical.ts'

/** Something in the history of a record that differs from what was written. */
export interface AuditFinding {
  readonly recordId: string
  /** Version of the entry concerned. */
  readonly version: number
  /**
   * `gap`: an entry is missing. `altered`: the entry's content does not give its hash. `unchained`: it does
   * not follow from the entry before. `headless`: the newest entry is not the one the record was written with.
   * `replaced`: the record does not hold what its history adds up to. `orphan`: there is history but no record.
   * `unreadable`: values are encrypted under a key that is missing or another one, though nobody destroyed it.
   */
  readonly what: 'gap' | 'altered' | 'unchained' | 'headless' | 'replaced' | 'orphan' | 'unreadable'
}

/** How many records and history entries were checked. */
export interface AuditCount {
  records: number
  entries: number
}

const historyPrefix = historyKey('', 0).pk

/** Checks the history of every record, and yields everything that differs from what was written. */
export async function* verifyAudit(
  count: AuditCount = { records: 0, entries: 0 },
): AsyncGenerator<AuditFinding, AuditCount> {
  for (const id of await recordIds()) {
    count.records++
    yield* verifyRecord(id, count)
  }
  return count
}

/** Ids of every record, and of every history, whose record may be missing. */
async function recordIds(): Promise<Set<string>> {
  const ids = new Set<string>()
  for await (const { pk } of everyKey()) {
    const id = pk.startsWith(historyPrefix) ? pk.slice(historyPrefix.length) : pk
    if (entityOfId(id)) ids.add(id)
  }
  return ids
}

/** Checks the chain of one record. */
export async function* verifyRecord(id: string, count?: AuditCount): AsyncGenerator<AuditFinding> {
  const { entries, stored, isDamaged } = await chainOf(id)
  const opened = await openEntries(entries)
  const unreadable = await unreadableVersions(opened)
  let version = 0
  let hash = ''
  for (const entry of entries) {
    if (count) count.entries++
    version++
    const finding = (what: AuditFinding['what']) => ({ recordId: id, version: entry.version, what })
    const { hash: ownHash, ...content } = entry
    if (entry.version !== version) yield finding('gap')
    else if (entry.previousHash !== hash || entry.recordId !== id) yield finding('unchained')
    if (hashOf(content) !== ownHash) yield finding('altered')
    else if (unreadable.has(entry.version)) yield finding('unreadable')
    version = entry.version
    hash = ownHash
  }
  if (isDamaged) return yield { recordId: id, version, what: 'replaced' }
  if (!stored) return yield { recordId: id, version, what: 'orphan' }
  if (stored.record.version !== version || stored.hash !== hash) yield { recordId: id, version, what: 'headless' }
  else if (!addsUpTo(opened, stored)) yield { recordId: id, version, what: 'replaced' }
}

/** Versions whose entries say something of a person that cannot be read, though that person's key was not destroyed. */
async function unreadableVersions(entries: readonly OpenEntry[]): Promise<Set<number>> {
  const erased = entries.flatMap(({ erased: { subjectIds } = { subjectIds: [] }, version }) =>
    subjectIds.map((subjectId) => ({ subjectId, version })),
  )
  const keys = await readPersonKeys(erased.map(({ subjectId }) => subjectId))
  return new Set(erased.flatMap(({ version }, index) => (keys[index]?.state === 'destroyed' ? [] : [version])))
}

/** What belongs to one record: its entries, oldest first, and itself unless there is none or it cannot be read. */
interface RecordChain {
  readonly entries: HistoryEntry[]
  readonly stored?: StoredRecord
  readonly isDamaged?: boolean
}

/** The chain of a record, read again while somebody writes it. */
async function chainOf(id: string): Promise<RecordChain> {
  for (let attempt = 1; ; attempt++) {
    const entries: HistoryEntry[] = []
    for await (const item of wholePartition(historyKey(id, 0).pk)) entries.push(entryOf(item))
    const stored = await getAnyRecord(id, { consistent: true }).catch(unreadable)
    if (stored === 'damaged') return { entries, isDamaged: true }
    const isBehind = stored !== undefined && stored.record.version > (entries.at(-1)?.version ?? 0)
    if (!isBehind || attempt === 3) return { entries, stored }
  }
}

// An entry that cannot be read keeps its place, and its content does not give its hash.
function entryOf(item: RecordValues): HistoryEntry {
  const actor = { actorId: '', actorName: '', roles: [], source: '', action: '' }
  const blank = { ...actor, at: '', before: {}, after: {}, previousHash: '', hash: '' }
  try {
    return { ...blank, ...entryFrom(item) }
  } catch (error) {
    unreadable(error)
    return { ...blank, ...historyPlace(String(item.pk), String(item.sk)) }
  }
}

function unreadable(error: unknown): 'damaged' {
  if (error instanceof DamagedValue) return 'damaged'
  throw error
}

/** Whether a record holds what its entries add up to; what was erased from them is not compared. */
function addsUpTo(entries: readonly OpenEntry[], { record }: StoredRecord): boolean {
  const sum: Record<string, unknown> = {}
  const unknown = new Set<string>()
  for (const { after, erased } of entries) {
    for (const name of erased?.values ?? []) unknown.add(name)
    for (const [name, value] of Object.entries<unknown>(Object(after))) {
      unknown.delete(name)
      if (value === null) delete sum[name]
      else sum[name] = value
    }
  }
  const { id: _id, version: _version, ...content } = record
  const known = (values: RecordValues) => Object.entries(values).filter(([name]) => !unknown.has(name))
  return canonical(Object.fromEntries(known(sum))) === canonical(Object.fromEntries(known(content)))
}
