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
  FOLLOW_UP_DAYS: [409, 'The follow-up call is due between its first and its last day. Put the three days in order.'],
  CONTACT_ORDER: [409, 'The hours in which patients are called end before they begin. Mend one of the two.'],
  LIMITS_ORDER: [409, 'Limit B is at least limit A, and neither is below nothing.'],
  CHOICE_OWN: [403, 'These are choices of another person. People make their own.', true],
  CHOICE_LARGE: [422, 'This is too much to keep. Choose less.'],
  VIEW_OWN: [
    403,
    'Only the person who made this view changes it; a shared one an administrator too. Save yours under a name.',
  ],
  VIEW_PERSON: [422, 'A view keeps no search and nothing that names a person. Leave those filters out.'],
  VIEW_ROLE: [403, 'You can share a view with roles that you have. A unit manager can share it with any.'],
  VIEW_DEFAULT_SHARED: [409, 'A list opens with a view only for the role with which it is shared. Share it first.'],
  VIEW_DEFAULT_ROLE: [
    403,
    'A unit manager, the director or an administrator chooses the view with which a list opens.',
  ],
} as const satisfies RefusalEntries
