import type { SeenRecord } from '#functions/platform/projection/follow/follow.ts'

/** Records that one request may name. */
const limit = 20

/**
 * The records that a caller wrote lately, out of a header such as `case_01…@7, patient_01…@3`. Lists have them in that
 * version at the least, on whatever instance they are answered; anything that is no such word is passed over.
 */
export const seenOf = (header = ''): SeenRecord[] =>
  header
    .slice(0, limit * 80)
    .split(',')
    .slice(0, limit)
    .flatMap((word) => {
      const [, id, version] = /^\s*([a-z][a-z-]{0,20}_[0-9A-Z]{26})@(\d{1,9})\s*$/.exec(word) ?? []
      return id && version ? [{ id, version: Number(version) }] : []
    })

/** The header in which an answer names the records that were written, the last of them; none when nothing was. */
export const wroteHeader = (wrote: readonly SeenRecord[]): Readonly<Record<string, string>> =>
  wrote.length === 0
    ? {}
    : {
        'x-wrote': wrote
          .slice(-limit)
          .map(({ id, version }) => `${id}@${version}`)
          .join(),
      }

/** The header in which an answer names the restricted records whose reading was entered; none without them. */
export const restrictedHeader = (ids: ReadonlySet<string>): Readonly<Record<string, string>> =>
  ids.size === 0 ? {} : { 'x-restricted': [...ids].slice(0, limit).join() }
