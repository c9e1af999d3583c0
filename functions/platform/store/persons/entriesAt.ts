import type { ChangedVersion } from '../items/jobItems.ts'
import { historyKey } from '../keys.ts'
import { getItems } from '../read.ts'
import { type OpenEntry, openItems } from './openHistory.ts'

/** The entries of history by which some records got some versions, by the id of the record. */
export async function entriesAt(versions: readonly ChangedVersion[]): Promise<ReadonlyMap<string, OpenEntry>> {
  const items = await getItems(versions.map(({ id, version }) => historyKey(id, version)))
  return new Map((await openItems(items)).map((entry) => [entry.recordId, entry]))
}
