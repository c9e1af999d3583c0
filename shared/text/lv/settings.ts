/** The pages of site profiles and terms, in Latvian. */
export const settings = {
  profiles: {
    why: 'Profils nosaka, kā iestāde strādā: tās termiņus un naudas limitus. Spēkā esošu versiju nekad nemaina; pēc tās nāk jauna.',
    site: 'Iestāde',
    inForce: 'Spēkā',
    noneInForce: 'Neviena versija nav spēkā, tāpēc iestāde strādā pēc šeit redzamā standarta.',
    coming: 'Gaidāmās',
    drafts: 'Melnraksti',
    noDraft: 'Melnrakstu nav. Kopējiet spēkā esošo versiju vai sāciet jaunu.',
    earlier: 'Iepriekšējās',
    open: 'Atvērt šo versiju',
    changes: 'Kas mainās',
    setting: 'Iestatījums',
    now: 'Tagad',
    byDraft: 'Pēc melnraksta',
    same: 'No spēkā esošās nekas neatšķiras.',
    textDiffers: 'Cits teksts',
    cases:
      '%{count} šīs iestādes atvērta lieta: jau sāktie termiņi paliek, kā bija, jaunos skaita pēc šīs versijas. |||| %{count} šīs iestādes atvērtas lietas: jau sāktie termiņi paliek, kā bija, jaunos skaita pēc šīs versijas.',
  },
  terms: {
    why: 'Šos vārdus piedāvā veidlapas, filtri un saraksti. Izslēgtu vārdu vairs nepiedāvā; ierakstos, kuros tas jau ir, tas paliek.',
    list: 'Saraksts',
    add: 'Pievienot vērtību',
    codeWhy: 'Kods, ko glabā ieraksti un sūta citas sistēmas. Ja nav norādīts: angliskais nosaukums. Vēlāk to nemaina.',
    inUse: 'Lieto',
    up: 'Pārvietot augšup: %{name}',
    down: 'Pārvietot lejup: %{name}',
    switch: 'Lieto: %{name}',
    none: 'Saraksts ir tukšs, tāpēc laukā neko nevar izvēlēties. Pievienojiet vērtību.',
  },
}
