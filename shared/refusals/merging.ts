import type { RefusalEntries } from './entry.ts'

/** Refusals about records that are merged. */
export const merging = {
  MERGE_ITSELF: [409, 'A record cannot be merged into itself. Choose the one that stays.'],
  ALREADY_MERGED: [409, 'This record was merged into another one already. Undo that first.', true],
  NOT_MERGED: [409, 'This record is not merged into another one.', true],
  MERGE_INTO_MERGED: [409, 'The other record was itself merged into a third one. Choose that one.'],
  MERGE_OTHER_SITE: [409, 'The other record is of another site.'],
  MERGE_OTHER_PATIENT: [409, 'The other case is of another patient.'],
  MERGED_HOLD: [409, 'Others were merged into this record. Undo that before you delete it.'],
} as const satisfies RefusalEntries
