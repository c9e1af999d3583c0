/** Forms and pages of any record, in Latvian. */
export const record = {
  form: {
    create: 'Jauns ieraksts: %{name}',
    edit: 'Mainīt: %{name} %{title}',
    change: 'Mainīt',
    save: 'Saglabāt',
    cancel: 'Atcelt',
    zone: 'Laiks: %{zone}',
    notSaid: 'Nav norādīts',
  },
  show: { details: 'Informācija', facts: 'Reģistrētais' },
  history: {
    title: 'Vēsture',
    empty: 'Vēl nekas nav noticis.',
    nothing: 'nekas',
    content: 'jauns saturs',
    erased: 'dati dzēsti',
    reasonErased: 'Iemesls dzēsts.',
    product: 'Redress (automātiski)',
  },
  restricted: {
    name: 'Ierobežots',
    noted: 'Reģistrēts, ka jūs šo atvērāt.',
    readers: 'Kas to skatīja',
  },
  entries: {
    add: 'Pievienot: %{noun}',
    up: 'Pārvietot augšup: %{noun} %{number}',
    down: 'Pārvietot lejup: %{noun} %{number}',
    remove: 'Noņemt: %{noun} %{number}',
  },
  steps: {
    confirm: 'Lai apstiprinātu, ierakstiet: %{label}',
    confirmWith: 'Ierakstiet „%{value}“.',
    done: '%{action}: izdarīts',
    others: 'Vēl %{smart_count} darbība |||| Vēl %{smart_count} darbības',
    othersTitle: 'Darbības, kas tagad nav iespējamas',
  },
}
