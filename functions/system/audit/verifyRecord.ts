import type { StoredRecord } from '#functions/platform/store/item.ts'
import { historyKey } from '#functions/platform/store/keys.ts'
import { DamagedValue } from '#functions/platform/store/packing/packed.ts'
import { getAnyRecord, wholePartition } from '#functions/platform/store/read.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { canonical } from '#shared/values/canonical.ts'
import { type Chain, chainFindings, contentOf, readChains, sumOf } from './chain.ts'
import type { RecordFinding } from './finding.ts'
import { Proof } from './proof.ts'

/** How often a record is read again while somebody writes it. */
const attempts = 3

/** Checks the chain of one record, and what anchors say of it where they are given. */
export async function verifyRecord(id: string, proof = new Proof()): Promise<RecordFinding[]> {
  const { chain, stored } = await readRecord(id)
  const findings = chainFindings(chain, proof)
  const { version, hash, values, unknown } = sumOf(chain)
  const finding = (what: RecordFinding['what'], at = version) => ({ recordId: id, version: at, what })
  if (stored === 'damaged') return [...findings, finding('replaced')]
  const anchored = proof.headsOf(id).at(-1)
  if (!stored && chain.links.length > 0) return [...findings, finding('orphan')]
  if (!stored) return anchored ? [finding('removed', anchored.version)] : []
  if (stored.record.version !== version || stored.hash !== hash) return [...findings, finding('headless')]
  const known = (all: RecordValues) =>
    canonical(Object.fromEntries(Object.entries(all).filter(([name]) => !unknown.has(name))))
  return known(values) === known(contentOf(stored)) ? findings : [...findings, finding('replaced')]
}

/** A record with its history, oldest first, read again while somebody writes it. */
async function readRecord(id: string): Promise<{ chain: Chain; stored: StoredRecord | undefined | 'damaged' }> {
  for (let attempt = 1; ; attempt++) {
    const items: RecordValues[] = []
    for await (const item of wholePartition(historyKey(id, 0).pk)) items.push(item)
    const stored = await getAnyRecord(id, { consistent: true }).catch(damagedOnly)
    const [chain = { id, links: [] }] = await readChains([{ id, items }])
    const isBehind =
      stored !== 'damaged' && stored !== undefined && stored.record.version > (chain.links.at(-1)?.entry.version ?? 0)
    if (!isBehind || attempt === attempts) return { chain, stored }
  }
}

function damagedOnly(error: unknown): 'damaged' {
  if (error instanceof DamagedValue) return 'damaged'
  throw error
}
