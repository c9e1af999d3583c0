import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { save } from '#functions/platform/records/save.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { getAnyRecord } from '#functions/platform/store/read.ts'
import { Term } from '#shared/entities/term.ts'
import { shippedTerms } from './shippedTerms.ts'

/** Terms in one transaction, which takes a hundred writes: record, history, key and number of each. */
const together = 20

/**
 * Writes the terms that a hospital begins with, those that are not there yet; a second call changes nothing. It makes no
 * events, since nothing follows from a list. The number of terms written.
 */
export async function shipTerms(now = new Date().toISOString()): Promise<number> {
  const context = contextFor(product, 'event', now, `terms ${now}`)
  const silent: Context = { ...context, origin: { ...context.origin, isSilent: true } }
  const changes: Change[] = []
  for (const [list, terms] of Object.entries(shippedTerms))
    for (const [place, [code, en, ar, zh, it, lv]] of terms.entries()) {
      if (await getAnyRecord(derivedId(Term, list, code), { meter: context.meter })) continue
      const names = { en, ar, zh, it, lv }
      changes.push(await planCreate(silent, Term, { list, code, names, position: (place + 1) * 10 }))
    }
  for (let from = 0; from < changes.length; from += together) await save(silent, changes.slice(from, from + together))
  return changes.length
}
