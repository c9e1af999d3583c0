/** Visits in English. */
export const encounters = {
  name: 'Visit |||| Visits',
  fields: { isPostOpCallWanted: 'Call after surgery' },
}
