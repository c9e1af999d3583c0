import type { RefusalEntries } from './entry.ts'

/** Refusals about settlement files. */
export const settlements = {
  FILE_PRICED: [409, 'The file is priced. Return it before its visit, membership or contract changes.'],
  FILE_KEPT: [409, 'A file that was priced or voided is kept. Only one that nobody has priced can be deleted.'],
  FILE_VERIFIED: [409, 'The file is verified. Return it before anything in it changes.'],
  REPORT_MISSING: [409, 'The medical report is missing. Attach it to receive the record.'],
  DOCUMENTS_MISSING: [409, 'Not all documents are there. Missing: %{missing}.'],
  CONTRACT_MISSING: [409, 'The contract of this file cannot be found.'],
  CONTRACT_NOT_VALID: [409, 'The contract is not valid on %{day}, the day of the service.'],
  COVERAGE_INACTIVE: [409, 'The membership does not cover %{day}, the day of the service.'],
  OTHER_PATIENT: [409, 'The membership is of another patient than the visit.'],
  OTHER_PAYER: [409, 'The contract is with another payer than the membership.'],
  OTHER_SITE: [409, 'The contract is not for the site of this visit.'],
  EDITS_FAILED: [409, '%{reasons} Correct it, or say why it is right.'],
  DIAGNOSIS_MISSING: [409, 'The file has no diagnosis code.'],
  LINE_OUTSIDE: [409, 'Line %{line} is dated %{day}, outside the stay.'],
  LINES_INVALID: [409, 'A service cannot be priced: %{fields}.'],
  TOTALS_CHANGED: [409, 'The amounts have changed since you looked at them. Look again, then verify.'],
  SUBMISSION_LATE: [409, 'It was to be submitted by %{day}. Say why it is approved all the same.'],
} as const satisfies RefusalEntries
