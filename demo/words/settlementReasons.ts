/** Why a file went back to the accountant. */
export const returnReasons = [
  'The consultation is billed twice; the follow-up within 14 days is free of charge by contract.',
  'The invoice names another doctor than the medical report.',
  'The quantity of the second line does not match the nursing record.',
  'The approval covers one session, two are claimed.',
]

/** Why a file was approved after the payer's limit. */
export const overrideReasons = [
  'The payer agreed by phone to accept late files of this month; confirmation is attached.',
  'The medical report came late because the doctor was on leave; the payer was told in time.',
]

/** Why a file was voided. */
export const voidReasons = [
  'The patient paid in cash and wants no claim to be made.',
  'Opened for the wrong visit; the right file exists.',
]
