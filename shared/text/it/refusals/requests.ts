import type { requests as english } from '#shared/refusals/requests.ts'

/** Refusals about the form of a request, and the store behind it, in Italian. */
export const requests: Readonly<Record<keyof typeof english, string>> = {
  MALFORMED: '“%{name}” ha un formato errato.',
  NOT_JSON: '%{name} non è JSON, o ha troppi livelli.',
  NAME_FORBIDDEN: '%{name} ha un nome non consentito.',
  TEXT_BROKEN: '%{name} ha un carattere non valido.',
  PARAMETER_UNKNOWN: 'La richiesta non ha il parametro “%{name}”. Usare: %{possible}.',
  RANGE_WRONG: 'Un intervallo contiene da 1 a %{limit} righe, per esempio [0,24].',
  RANGE_FAR: 'Questo intervallo è troppo lontano dall’inizio.',
  LIMIT_WRONG: 'Un limite è un numero intero da 1 a %{limit}.',
  CONDITIONS_MANY: 'Un filtro contiene al massimo %{limit} condizioni.',
  FILTER_UNKNOWN: 'Filtro non possibile per “%{name}” (%{noun}). Possibili: %{possible}.',
  FILTER_VALUES: '“%{name}” accetta un elenco da 1 a %{limit} valori.',
  FILTER_VALUE: '“%{name}” non si può confrontare con questo valore; il suo tipo è %{kind}.',
  SORT_UNKNOWN: 'Ordinamento non possibile per “%{name}” (%{noun}). Possibili: %{possible}.',
  FIELDS_UNKNOWN: 'Nell’elenco (%{noun}) non c’è “%{name}”. Possibili: %{possible}.',
  FILTER_OPERATOR: '“%{name}” è di tipo %{kind}; non si può confrontare con “%{operator}”.',
  ORDER_LONG: 'Un elenco si ordina al massimo per %{limit} colonne.',
  GROUP_COUNT: 'I gruppi accettano da 1 a %{limit} colonne in “by”, e fino a %{limit} somme.',
  GROUP_KIND: 'Raggruppamento non possibile per “%{name}” (%{noun}). Possibili: %{possible}.',
  GROUP_SUM: 'Nessun importo o numero “%{name}” da sommare (%{noun}). Possibili: %{possible}.',
  LISTS_FULL:
    'Il disco degli elenchi è pieno. Tutte le schede sono al sicuro; chiedere al gestore di liberare spazio e riprovare.',
  SEARCH_NONE: 'Ricerca per testo non disponibile: %{noun}.',
  SEARCH_SHORT: 'Una ricerca richiede da 2 a 80 lettere o cifre, o un carattere cinese.',
  IDS_WRONG: '“id” accetta un id o un elenco di al massimo %{limit}.',
  CURSOR_FOREIGN: 'Questo cursore appartiene a un altro elenco. Ricominciare senza.',
  IDS_OR_FILTER: 'Indicare o gli id o un filtro.',
  IDS_IN_FILTER: 'Indicare gli id da soli, non dentro un filtro.',
  CHANGES_OR_ACTION: 'Indicare o le modifiche o un’azione.',
  NO_BULK_STEP: 'Nessuna azione con questo nome si può eseguire in modo multiplo: %{noun}.',
  ROWS_WRONG: 'Le righe sono un elenco da 1 a 500 {id, version, changes}.',
  CHANGE_WRONG: 'Una modifica è un oggetto di campi.',
  VERSION_WRONG: 'Una versione è un numero intero; If-Match ne contiene una, per esempio "7".',
  VERSION_NEEDED: 'Indicare quale versione è stata modificata: If-Match: "7", o version nel corpo.',
  STATISTICS_FILTER: 'Un filtro è {"surveyId":…,"period":"2026-11" o "2026","by":…}; “by” è uno tra %{possible}.',
  HISTORY_BY_RECORD: 'La cronologia si elenca per scheda: filter={"recordId":"case_…"}.',
  KEY_WRONG: 'Una Idempotency-Key ha da 1 a 100 caratteri visibili.',
  KEY_REUSED: 'Questa Idempotency-Key è già stata usata per un’altra richiesta.',
  NESTED_DEEP: 'Il corpo ha troppi livelli.',
  NO_ADDRESS: 'A questo indirizzo non c’è nulla.',
  METHOD: 'Questo indirizzo risponde a %{methods}.',
  BODY_LARGE: 'Questa richiesta contiene al massimo %{megabytes} MB. Inviare meno schede alla volta.',
  ADDRESS_LONG:
    'Questo indirizzo è troppo lungo: il massimo è %{limit} caratteri. Filtrare per meno valori, o chiedere meno schede alla volta.',
  HEADERS_LONG:
    'L’indirizzo e le intestazioni di questa richiesta sono troppo lunghi. Chiedere meno schede alla volta.',
  RECORD_LARGE:
    'Questa scheda occuperebbe %{size} kB; il massimo è %{limit} kB. La parte più grande, %{field}, ha %{fieldSize} kB: accorciarla.',
  STEP_LARGE:
    'Si scriverebbe in una volta più di quanto l’archivio accetti. Nessuna modifica apportata; procedere con meno schede alla volta.',
  NOT_JSON_TYPE: 'Inviare JSON con Content-Type: application/json.',
  NOT_FORM_TYPE: 'Inviare il modulo come application/x-www-form-urlencoded.',
  NUMBERING_BUSY: 'Troppe schede ricevono un numero insieme. Riprovare.',
  STORE_BUSY: 'L’archivio è occupato. Nessuna modifica apportata; riprovare tra un momento.',
  STORE_SILENT:
    'L’archivio non ha risposto in tempo. Nulla è rimasto a metà; prima di riprovare, controllare se l’operazione è avvenuta.',
  STORAGE_FULL:
    'Non c’è più spazio sul disco. Non è stato salvato nulla; i dati a schermo restano. Liberare spazio e riprovare.',
  STORAGE_CLOSED:
    'Ora il disco non accetta modifiche. Non è stato salvato nulla; i dati a schermo restano. Far controllare il disco e riprovare.',
  STORE_DAMAGED:
    'L’archivio delle schede è danneggiato. Nessuna modifica apportata. Arrestare Redress e ripristinare una copia della sua cartella dei dati.',
  FAILED: 'Errore da parte nostra. Nulla è rimasto a metà; riprovare e, se continua, avvisare l’amministratore.',
}
