/** Visits in Italian. */
export const encounters = {
  name: 'Visita |||| Visite',
  fields: { isPostOpCallWanted: 'Chiamata dopo l’intervento' },
}
