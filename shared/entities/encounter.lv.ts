/** Visits in Latvian. */
export const encounters = {
  name: 'Vizīte |||| Vizītes',
  fields: { isPostOpCallWanted: 'Zvans pēc operācijas' },
}
