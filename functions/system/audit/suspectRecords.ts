import { createHash } from 'node:crypto'
import { fromItem } from '#functions/platform/store/item.ts'
import { historyKey, recordKey } from '#functions/platform/store/keys.ts'
import { DamagedValue } from '#functions/platform/store/packing/packed.ts'
import { everyItem, itemCount } from '#functions/platform/store/scan.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { entityOfId } from '#shared/entities/index.ts'
import { canonical } from '#shared/values/canonical.ts'
import { inPool } from '#shared/values/inPool.ts'
import { type Chain, chainFindings, contentOf, type HistoryItems, readChains, sumOf } from './chain.ts'
import type { Proof } from './proof.ts'

/** How many records and history entries were checked so far, and how many items of about how many were read for it. */
export interface AuditCount {
  records: number
  entries: number
  items: number
  total: number
}

/** Parts of the table that are read at the same time. */
const segments = 4

const historyPrefix = historyKey('', 0).pk
const recordSort = recordKey('').sk

/**
 * Reads the whole table once and gives the ids of the records whose history is not at once seen to be right: those that
 * somebody writes meanwhile are among them. Of each record it keeps a few bytes until the other half of it comes by.
 */
export async function suspectRecords(proof: Proof, count: AuditCount): Promise<Set<string>> {
  const suspects = new Set<string>()
  const halves = new Halves()
  const check = (chain: Chain) => {
    count.entries += chain.links.length
    const { values, unknown, version, hash } = sumOf(chain)
    if (unknown.size > 0 || chainFindings(chain, proof).length > 0) suspects.add(chain.id)
    halves.add(chain.id, 'history', fingerprint(version, hash, values))
  }
  count.total = await itemCount()
  const numbers = Array.from({ length: segments }, (_, index) => index)
  await inPool(numbers, segments, async (segment) => {
    let open: HistoryItems | undefined
    for await (const page of everyItem(segment, segments)) {
      const { complete, last } = historiesOf(page, open)
      open = last
      count.items += page.length
      for (const chain of await readChains(complete)) check(chain)
      for (const item of page.filter(isRecord)) {
        count.records++
        halves.add(String(item.pk), 'record', fingerprintOf(item))
      }
    }
    for (const chain of await readChains(open ? [open] : [])) check(chain)
  })
  for (const id of halves.unmatched) suspects.add(id)
  for (const id of proof.ids) if (!halves.isMatched(id)) suspects.add(id)
  return suspects
}

const isRecord = ({ pk, sk }: RecordValues): boolean => sk === recordSort && entityOfId(String(pk)) !== undefined

/** The histories that a page ends, and the one that may go on with the next page. */
function historiesOf(page: readonly RecordValues[], open: HistoryItems | undefined) {
  const complete: HistoryItems[] = []
  let last = open
  for (const item of page) {
    const pk = String(item.pk)
    const id = pk.startsWith(historyPrefix) ? pk.slice(historyPrefix.length) : undefined
    if (id === undefined || !entityOfId(id)) continue
    if (last?.id === id) last = { id, items: [...last.items, item] }
    else {
      if (last) complete.push(last)
      last = { id, items: [item] }
    }
  }
  return { complete, last }
}

const fingerprint = (version: number, hash: string, values: RecordValues): string =>
  createHash('sha256')
    .update(`${version} ${hash} ${canonical(values)}`)
    .digest('base64url')

function fingerprintOf(item: RecordValues): string {
  try {
    const stored = fromItem(item)
    return fingerprint(stored.record.version, stored.hash, contentOf(stored))
  } catch (error) {
    if (!(error instanceof DamagedValue)) throw error
    return 'damaged'
  }
}

/** Records and histories that wait for their other half, as far as it differs or did not come by yet. */
class Halves {
  readonly #waiting = new Map<string, { readonly half: string; readonly print: string }>()
  readonly #matched = new Set<string>()
  readonly #different = new Set<string>()

  add(id: string, half: 'record' | 'history', print: string): void {
    const other = this.#waiting.get(id)
    if (!other || other.half === half) {
      if (other) this.#different.add(id)
      this.#waiting.set(id, { half, print })
      return
    }
    this.#waiting.delete(id)
    if (other.print === print) this.#matched.add(id)
    else this.#different.add(id)
  }

  isMatched(id: string): boolean {
    return this.#matched.has(id)
  }

  get unmatched(): Iterable<string> {
    return [...this.#waiting.keys(), ...this.#different]
  }
}
