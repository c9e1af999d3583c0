import type { RefusalEntries } from './entry.ts'

/** Refusals about what is held on a patient: kept by law, exported, or erased. */
export const patients = {
  PATIENT_ERASED: [409, 'What was held on this patient was erased. Nothing can be added or undone.', true],
  ERASURE_RUNS: [409, 'What is held on this patient is being erased. Nothing else can be done with the record.', true],
  ERASURE_STANDS: [409, 'An erasure cannot be stopped once it has begun.'],
  ERASE_MERGED: [409, 'This record was merged into another one. Erase that one: this one goes with it.', true],
  ON_HOLD: [409, 'A legal hold keeps this record, or one merged into it. Release the hold first.'],
  ALREADY_HELD: [409, 'A legal hold keeps this record already.', true],
  NOT_HELD: [409, 'No legal hold keeps this record.', true],
  ERASE_OPEN_CASE: [409, 'Case %{number} of this patient is still open. Close it first.'],
  ERASE_LIVE_FILE: [
    409,
    'Settlement file %{number} of this patient is still on its way to the payer. Finish or void it first.',
  ],
} as const satisfies RefusalEntries
