import type { RaRecord } from 'react-admin'

/** When a patient expects the call, where a time was agreed. */
export const agreedAt = ({ againAt, scheduledAt }: RaRecord): string | undefined => againAt ?? scheduledAt ?? undefined

/** Calls in the order in which they are made: those whose time has come, then by the end of their days, then those of later. */
export function inCallOrder(calls: readonly RaRecord[], now: string): RaRecord[] {
  const rank = (call: RaRecord): string => {
    const at = agreedAt(call)
    if (at === undefined) return `1 ${call.dueTo}`
    return at <= now ? `0 ${at}` : `2 ${at}`
  }
  return calls.toSorted((a, b) => rank(a).localeCompare(rank(b)))
}

/** The call after one that has ended: the next of the list, or its first at the end; none where it was the last. */
export function callAfter(calls: readonly RaRecord[], id: unknown): string | undefined {
  const index = calls.findIndex((call) => call.id === id)
  const others = calls.filter((call) => call.id !== id)
  const next = others[index] ?? others[0]
  return next && String(next.id)
}
