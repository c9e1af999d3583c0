import type { RefusalEntries } from './entry.ts'

/** Refusals about batches of settlement files. */
export const batches = {
  BATCH_KEPT: [409, 'Only an open batch without files can be deleted. Void it instead.'],
  BATCH_EMPTY: [409, 'There is no file in this batch. Add one before it is sealed.'],
  BATCH_FULL: [409, 'A batch for this payer holds %{limit} files. Open another one for the rest.'],
  BATCH_BROKEN: [409, 'Not every file of this batch is in it. Tell your administrator.'],
  BATCH_BUSY: [503, 'Others are changing this batch. Try again.'],
  RECEIPT_NEEDED: [409, 'Give the receipt number or the portal’s reference as proof of delivery.'],
  FILES_UNFIT: [409, 'Nothing was added, for %{count} of %{total} files do not fit. %{reasons}'],
  FILE_UNFIT: [409, '%{number}: %{reasons}'],
  FILE_IN_BATCH: [409, 'It is already in another batch.'],
  FILE_NOT_APPROVED: [409, 'It is “%{state}”; only an approved file goes into a batch.'],
  FILE_OTHER_SITE: [409, 'It is of another site.'],
  FILE_OTHER_PAYER: [409, 'It is for another payer.'],
  FILE_OTHER_CARE: [409, 'It is of another kind of care.'],
  FILE_OTHER_CURRENCY: [409, 'It is in another currency.'],
  FILE_NOTHING_DUE: [409, 'The payer owes nothing on it.'],
  EXPORT_DIFFERS: [409, 'The file differs from the sealed batch and was not kept: %{differences}.'],
  EXPORT_SHORT: [409, 'The patient or the membership of %{number} is missing.'],
} as const satisfies RefusalEntries
