/** Visits in Chinese. */
export const encounters = {
  name: '就诊',
  fields: { isPostOpCallWanted: '需要术后回访' },
}
