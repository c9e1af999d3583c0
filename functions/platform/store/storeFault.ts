/** What is wrong with the disk of an engine on one machine; DynamoDB has no such answers. */
export type StoreFaultKind = 'full' | 'closed' | 'damaged'

/** The engine cannot read or keep its file; nothing of what was asked was written. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault'

  constructor(readonly kind: StoreFaultKind) {
    super(`The file of the store is ${kind}`)
  }
}

// The words of SQLite's results FULL, CORRUPT, NOTADB, IOERR, READONLY and CANTOPEN, which the engine passes on.
const words: readonly (readonly [StoreFaultKind, RegExp])[] = [
  ['full', /database or disk is full/],
  ['damaged', /malformed|file is not a database/],
  ['closed', /disk I\/O error|readonly database|unable to open database file/],
]

const textsOf = (error: Error): string => {
  if (error.name === 'InternalServerError') return error.message
  if (error.name !== 'TransactionCanceledException' || !('CancellationReasons' in error)) return ''
  const reasons: { Code?: string; Message?: string }[] = Array.isArray(error.CancellationReasons)
    ? error.CancellationReasons
    : []
  return reasons.map(({ Code, Message }) => (Code === 'InternalError' ? Message : '')).join(' ')
}

function storeFaultOf(error: unknown): StoreFault | undefined {
  if (!(error instanceof Error)) return undefined
  const text = textsOf(error)
  const kind = words.find(([, pattern]) => pattern.test(text))?.[0]
  return kind && new StoreFault(kind)
}

let last: { readonly kind: StoreFaultKind; readonly atMs: number } | undefined

/** The fault that an error tells of, noted as the last one; undefined for any other error. */
export function notedFault(error: unknown): StoreFault | undefined {
  const fault = storeFaultOf(error)
  // A damaged file stays so, whatever else its disk does.
  if (fault) last = { kind: last?.kind === 'damaged' ? last.kind : fault.kind, atMs: performance.now() }
  return fault
}

/** Notes that something was written, so that the disk takes writes again; a damaged file may take some, too. */
export function noteWrite(): void {
  if (last?.kind !== 'damaged') last = undefined
}

/** The fault of the last write of this process, and how many milliseconds ago it was; undefined when writing works. */
export const lastFault = (): { readonly kind: StoreFaultKind; readonly agoMs: number } | undefined =>
  last && { kind: last.kind, agoMs: performance.now() - last.atMs }
