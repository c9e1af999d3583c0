import type { RefusalEntries } from './entry.ts'

/** Refusals about the profiles of sites. */
export const settings = {
  PROFILE_PAST: [409, 'A profile comes into force on %{day} at the earliest. What is past stays as it was.'],
  PROFILE_DAY: [409, 'Another version comes into force on %{day}. Choose another day, or take that one back.'],
  PROFILES_MANY: [409, '%{limit} versions wait to come into force. Take one of them back first.'],
  PROFILE_BUSY: [409, 'The site was changed at the same moment. Nothing was published; try again.'],
  PROFILE_IN_FORCE: [409, 'This version is or was in force, so it stays. Publish another one after it.', true],
  PROFILE_FIXED: [409, 'This version is published and stays as it is. Copy it, and change the copy.'],
  PROFILE_KEPT: [409, 'This version is published. Clocks may run by it, so it is kept.'],
  NOTICE_AFTER_ANSWER: [409, 'The letter of extension must be due before the answer.'],
  WINDOW_ORDER: [409, 'The follow-up call is due between its first and its last day. Put the three days in order.'],
  CONTACT_ORDER: [409, 'The hours in which patients are called end before they begin. Mend one of the two.'],
  LIMITS_ORDER: [409, 'Limit B is at least limit A, and neither is below nothing.'],
} as const satisfies RefusalEntries
