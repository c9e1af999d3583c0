import { profileFigureLabels } from './siteProfile.it.ts'

/** Sites in Italian. */
export const sites = {
  name: 'Sede |||| Sedi',
  fields: {
    ...profileFigureLabels,
    profiles: 'Versioni del profilo',
    hasOlderProfiles: 'Esistono versioni precedenti',
    seenVersion: 'Versione vista',
    profileId: 'Versione del profilo',
    fromAt: 'Vale dal',
    timeZone: 'Fuso orario',
    accent: 'Colore principale',
    calendar: 'Orario di lavoro',
    holidays: 'Festività',
    on: 'Giorno',
    digestAt: 'Prossimo riepilogo dei casi scaduti',
    counts: 'Conteggi',
    ownerId: 'Assegnato a',
    count: 'Conteggio',
    isPart: 'Seguono altri assegnatari',
  },
  actions: {
    'set-profiles': { label: 'Versioni del profilo impostate' },
    digest: { label: 'Riepilogo dei casi scaduti' },
  },
}
