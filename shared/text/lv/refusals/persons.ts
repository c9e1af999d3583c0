import type { persons as english } from '#shared/refusals/persons.ts'

/** Refusals about who may do something, and who stands in for whom, in Latvian. */
export const persons: Readonly<Record<keyof typeof english, string>> = {
  SIGN_IN: 'Vispirms piesakieties.',
  SESSION_ENDED: 'Sesija ir beigusies. Piesakieties vēlreiz.',
  ROLE: 'Jūsu loma to neietver.',
  FIELD_ROLE: 'Jūsu loma nedrīkst mainīt lauku: %{field}.',
  FOREIGN_SITE: 'Šī iestāde nav viena no jūsējām.',
  NO_USER: 'Jūsu konts šeit nav aktīvs. Jautājiet administratoram.',
  FOUR_EYES: 'Darbību „%{taken}“ veicāt jūs. Šī darbība jāveic citai personai.',
  LEAD_DECIDES: 'Bez komandas izklāsta lemt drīkst tikai nodaļas vadītājs.',
  LEAD_CLOSES: 'Nopietnu lietu slēdz nodaļas vadītājs vai direktors.',
  SECOND_PERSON_CLOSES: 'Visas darbības šajā lietā veicāt jūs, un tika piešķirta nauda. Lieta jāslēdz citam.',
  VOID_OFFICES: 'Norēķinu kopā anulē grāmatvedības vadītājs un pakalpojumu vadītājs.',
  TEAM_SIDE_ONLY:
    'Ārstniecības persona sniedz komandas izklāstu; pacienta izklāstu pieraksta pacientu attiecību speciālists.',
  OWN_ONLY: 'To var izvēlēties tikai pati persona vai administrators.',
  NOT_ADDRESSEE: 'Paziņojumu kā izlasītu atzīmē tikai tas, kam tas paredzēts.',
  DEPUTY_SELF: 'Neviens nav pats savs aizvietotājs. Izvēlieties kādu citu.',
  DEPUTY_INACTIVE: 'Aizvietotājs šeit vairs nestrādā. Izvēlieties kādu citu.',
  AWAY_ORDER: 'Prombūtne beidzas, pirms tā sākas. Izlabojiet vienu no dienām.',
}
