import type { records as english } from '#shared/refusals/records.ts'

/** Refusals about a record and its state, in Latvian. */
export const records: Readonly<Record<keyof typeof english, string>> = {
  STATE: 'Pašreizējais statuss (%{noun}): „%{state}“. Šai darbībai vajadzīgais statuss: %{needed}.',
  NO_SUCH_STEP: 'Šim ierakstu veidam (%{noun}) nav darbības „%{name}“, ko varētu veikt šādi.',
  DELETED: 'Šis ieraksts ir dzēsts. Pirms maiņas atjaunojiet to.',
  ERASED: 'Šā pacienta dati ir dzēsti vai pašlaik tiek dzēsti. Par pacientu vairs neko nevar rakstīt.',
  STILL_NEEDED: 'Tas vēl ir vajadzīgs citur: %{uses}. Vispirms tos pārvietojiet, slēdziet vai dzēsiet.',
  NEEDED_BY: '%{noun} (%{count})',
  NEEDED_BY_OPEN: '%{noun} (vēl nav pabeigts: %{count})',
  RESTORE_FIRST: 'Dzēsts ir tas, kam šis ieraksts pieder: %{noun}. Vispirms atjaunojiet to.',
  LAST_ADMINISTRATOR:
    'Cita aktīva administratora nav, un neviens to nevarētu atsaukt. Vispirms ieceliet citu administratoru.',
  NOT_FOUND: 'Tāda ieraksta nav, vai arī tas nav no jūsu iestādes.',
  STALE: 'Šo ierakstu tikmēr mainīja kāds cits. Otra lietotāja ievadītais nav pārrakstīts; apskatiet abus un izlemiet.',
  MATCHES_NO_MORE: 'Šo ierakstu tikmēr kāds mainīja, un tas vairs neatbilst. Tas atstāts, kā ir.',
  COUNT_CHANGED:
    'Tagad atbilstošo ierakstu skaits ir %{count}, nevis %{expected}. Nekas nav mainīts; apskatiet vēlreiz.',
}
