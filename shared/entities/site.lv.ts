import { profileFigureLabels } from './siteProfile.lv.ts'

/** Sites in Latvian. */
export const sites = {
  name: 'Iestāde |||| Iestādes',
  fields: {
    ...profileFigureLabels,
    profiles: 'Profila versijas',
    hasOlderProfiles: 'Ir senākas versijas',
    seenVersion: 'Redzētā versija',
    profileId: 'Profila versija',
    fromAt: 'Spēkā no',
    timeZone: 'Laika josla',
    accent: 'Akcenta krāsa',
    calendar: 'Darba laiks',
    holidays: 'Brīvdienas',
    on: 'Diena',
    digestAt: 'Nākamais nokavēto lietu kopsavilkums',
    counts: 'Skaits pa atbildīgajiem',
    ownerId: 'Atbildīgais',
    count: 'Skaits',
    isPart: 'Ir vēl citi atbildīgie',
  },
  actions: {
    'set-profiles': { label: 'Noteiktas profila versijas' },
    digest: { label: 'Nokavēto lietu kopsavilkums' },
  },
}
