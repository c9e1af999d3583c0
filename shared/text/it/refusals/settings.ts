import type { settings as english } from '#shared/refusals/settings.ts'

/** Refusals about the profiles of sites, in Italian. */
export const settings: Readonly<Record<keyof typeof english, string>> = {
  PROFILE_PAST: 'Un profilo entra in vigore al più presto in questa data: %{day}. Il passato resta com’era.',
  PROFILE_DAY:
    'Un’altra versione entra in vigore in questa data: %{day}. Scegliere un altro giorno, o revocare quella.',
  PROFILES_MANY: '%{limit} versioni attendono di entrare in vigore. Revocarne prima una.',
  PROFILE_BUSY: 'La sede è stata modificata nello stesso momento. Non è stato pubblicato nulla; riprovare.',
  PROFILE_IN_FORCE: 'Questa versione è o è stata in vigore, quindi resta. Pubblicarne un’altra successiva.',
  PROFILE_FIXED: 'Questa versione è pubblicata e resta com’è. Copiarla e modificare la copia.',
  PROFILE_KEPT: 'Questa versione è pubblicata. Alcune scadenze possono basarsi su di essa, quindi si conserva.',
  NOTICE_AFTER_ANSWER: 'La lettera di proroga deve scadere prima della risposta.',
  FOLLOW_UP_DAYS:
    'La chiamata di ricontatto è prevista tra il primo e l’ultimo giorno. Mettere in ordine i tre giorni.',
  CONTACT_ORDER: 'La fascia in cui si chiamano i pazienti finisce prima di iniziare. Correggere uno dei due orari.',
  LIMITS_ORDER: 'Il limite B è almeno pari al limite A, e nessuno dei due è sotto zero.',
  CHOICE_OWN: 'Sono scelte di un’altra persona. Ognuno fa le proprie.',
  CHOICE_LARGE: 'È troppo da conservare. Scegliere meno.',
  VIEW_OWN:
    'Solo chi ha creato questa vista la modifica; se condivisa, anche un amministratore. Salvare la propria con un nome.',
  VIEW_PERSON: 'Una vista non conserva ricerche né dati che indicano una persona. Tralasciare quei filtri.',
  VIEW_ROLE:
    'È possibile condividere una vista con i Suoi ruoli. Un responsabile di unità può condividerla con qualsiasi ruolo.',
  VIEW_DEFAULT_SHARED: 'Un elenco si apre con una vista solo per il ruolo con cui è condivisa. Condividerla prima.',
  VIEW_DEFAULT_ROLE:
    'La vista con cui si apre un elenco la sceglie un responsabile di unità, il direttore o un amministratore.',
}
