import type { RaRecord } from 'react-admin'
import type { Me } from '#admin/provider/contract.ts'
import { filledIn } from '#admin/provider/patch.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import type { CasePromise } from '#shared/entities/promise.ts'

/** Where the values of a promise stand in a form that asks for one. */
export const promisePath = 'promise'

/** The promise that a form asked for and the person wants to keep; undefined when there is none. */
export function promiseOf(values: RecordValues): RecordValues | undefined {
  const { isKept, isSeen, ...promise } = filledIn(Object(values[promisePath]))
  return isKept === true && isSeen === true ? promise : undefined
}

/** Who keeps a promise unless somebody else is named: the owner of its case, else whoever writes it down. */
export const usualKeeper = (matter: RaRecord, me: Me): string => matter.ownerId ?? me.id

/** Open promises first, the one that is due next above; below them those that ended, the newest first. */
export function inOrder(promises: readonly CasePromise[]): {
  open: readonly CasePromise[]
  ended: readonly CasePromise[]
} {
  const isOpen = ({ status }: CasePromise) => status === 'open'
  const ended = promises.filter((promise) => !isOpen(promise))
  return {
    open: promises.filter(isOpen).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt)),
    ended: ended.toSorted((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? '')),
  }
}
