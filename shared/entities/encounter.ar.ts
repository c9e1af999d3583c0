/** Visits in Arabic. */
export const encounters = {
  name: 'زيارة |||| الزيارات',
  fields: { isPostOpCallWanted: 'اتصال بعد العملية' },
}
