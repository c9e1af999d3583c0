import type { RefusalEntries } from './entry.ts'

/** Refusals about special reports and letters. */
export const reports = {
  REPORT_PART_NEEDED: [409, 'The report is not complete. Write the part “%{field}” first.'],
  REPORT_FIXED: [409, 'The report was submitted, so its text stays. The director can return it to be changed.'],
  CASE_FIXED: [409, 'This belongs to its case and cannot be moved to another one.'],
  NO_STATUTORY_LETTER: [
    409,
    'The profile of this site asks for no statutory letter. A written statement is an exception that the director approves.',
  ],
  LETTER_FIXED: [409, 'The letter was submitted, so its text stays. Write a new one, or have this one rejected.'],
  LETTER_TIME: [409, 'A letter is sent after it was approved, and not in the future. Correct its time.'],
  NOTE_ABOUT_SELF: [403, 'Nobody writes about their own accountability. Another lead has to.'],
  NOTE_FIXED: [409, 'A note stays with its case and with the person it is about. Write another one.'],
} as const satisfies RefusalEntries
