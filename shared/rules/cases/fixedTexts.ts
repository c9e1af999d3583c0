import type { AnyRecord } from '#shared/declaration/entity.ts'
import { isSame } from '#shared/values/canonical.ts'
import { isErasedText } from '#shared/values/erasedText.ts'

/** Whether one of some fields was changed by a person; an erasure takes texts away, whatever the state of a record. */
export const isRewritten = (names: readonly string[], record: AnyRecord, before: AnyRecord): boolean =>
  !isErasedText(record.patientName) &&
  names.some((name) => !isSame(record[name] ?? undefined, before[name]) && !isErasedText(record[name]))
