import type { RefusalEntries } from './entry.ts'

/** Refusals about a record and its state. */
export const records = {
  STATE: [409, 'The %{noun} is “%{state}”. This step needs: %{needed}.', true],
  NO_SUCH_STEP: [409, '%{noun} records have no step “%{name}” that can be taken this way.'],
  DELETED: [409, 'This record was deleted. Restore it before you change it.'],
  STILL_NEEDED: [409, 'Still needed by %{uses}. Move, close or delete them first.'],
  NEEDED_BY: [409, '%{count} %{noun}'],
  NEEDED_BY_OPEN: [409, '%{count} open %{noun}'],
  RESTORE_FIRST: [409, 'The %{noun} that this record belongs to is deleted. Restore that first.'],
  LAST_ADMINISTRATOR: [
    409,
    'Nobody else is an active administrator, and nobody could undo this. Make another person an administrator first.',
  ],
  ERASED: [
    409,
    'The data of this patient were erased, or are being erased now. Nothing can be written about them any more.',
    true,
  ],
  NOT_FOUND: [404, 'There is no such record, or it is not one of your sites.'],
  STALE: [
    412,
    'Somebody else changed this record meanwhile. Nothing of theirs was overwritten; look at both and decide.',
  ],
  MATCHES_NO_MORE: [409, 'Somebody changed this record meanwhile, and it no longer matches. It was left as it is.'],
  COUNT_CHANGED: [409, '%{count} records match now, not %{expected}. Nothing was changed; look again.'],
} as const satisfies RefusalEntries
