import type { requests as english } from '#shared/refusals/requests.ts'

/** Refusals about the form of a request, and the store behind it, in Latvian. */
export const requests: Readonly<Record<keyof typeof english, string>> = {
  MALFORMED: '„%{name}“ ir nepareizā formā.',
  NOT_JSON: '%{name} nav JSON, vai arī tam ir par daudz līmeņu.',
  NAME_FORBIDDEN: '%{name}: tajā ir neatļauts nosaukums.',
  TEXT_BROKEN: '%{name}: tajā ir bojāta rakstzīme.',
  PARAMETER_UNKNOWN: 'Vaicājumam nav parametra „%{name}“. Iespējamie: %{possible}.',
  RANGE_WRONG: 'Diapazonā ir no 1 līdz %{limit} rindām, piemēram, [0,24].',
  RANGE_FAR: 'Šis diapazons ir pārāk tālu no sākuma.',
  LIMIT_WRONG: 'Limits ir vesels skaitlis no 1 līdz %{limit}.',
  CONDITIONS_MANY: 'Filtrā ietilpst ne vairāk kā %{limit} nosacījumi.',
  FILTER_UNKNOWN: 'Šo sarakstu (%{noun}) nevar filtrēt pēc „%{name}“. Iespējams: %{possible}.',
  FILTER_VALUES: '„%{name}“ pieņem sarakstu, kurā ir no 1 līdz %{limit} vērtībām.',
  FILTER_VALUE: '„%{name}“ ar šo vērtību nevar salīdzināt; veids: %{kind}.',
  SORT_UNKNOWN: 'Šo sarakstu (%{noun}) nevar kārtot pēc „%{name}“. Iespējams: %{possible}.',
  FIELDS_UNKNOWN: 'Šajā sarakstā (%{noun}) nav „%{name}“. Iespējams: %{possible}.',
  FILTER_OPERATOR: '„%{name}“ veids ir %{kind}; to nevar salīdzināt ar „%{operator}“.',
  ORDER_LONG: 'Sarakstu kārto ne vairāk kā pēc %{limit} kolonnām.',
  GROUP_COUNT: 'Grupas pieņem no 1 līdz %{limit} kolonnām laukā „by“ un līdz %{limit} summām.',
  GROUP_KIND: 'Šo sarakstu (%{noun}) nevar grupēt pēc „%{name}“. Iespējams: %{possible}.',
  GROUP_SUM: 'Šajā sarakstā (%{noun}) nav summējamas summas vai skaitļa „%{name}“. Iespējams: %{possible}.',
  LISTS_FULL:
    'Disks, kurā glabājas saraksti, ir pilns. Visi ieraksti ir drošībā; lūdziet uzturētājam atbrīvot vietu un mēģiniet vēlreiz.',
  SEARCH_NONE: 'Šajā sarakstā (%{noun}) pēc teksta nemeklē.',
  SEARCH_SHORT: 'Meklēšanai vajag no 2 līdz 80 burtiem vai cipariem vai vienu ķīniešu rakstzīmi.',
  IDS_WRONG: '„id“ pieņem vienu identifikatoru vai sarakstu, kurā to ir līdz %{limit}.',
  CURSOR_FOREIGN: 'Šis kursors pieder citam sarakstam. Sāciet no jauna bez tā.',
  IDS_OR_FILTER: 'Norādiet vai nu identifikatorus, vai filtru.',
  IDS_IN_FILTER: 'Identifikatorus norādiet atsevišķi, nevis filtrā.',
  CHANGES_OR_ACTION: 'Norādiet vai nu izmaiņas, vai darbību.',
  NO_BULK_STEP: 'Šim sarakstam (%{noun}) nav tādas darbības, ko varētu veikt ar vairākiem ierakstiem.',
  ROWS_WRONG: 'Rindas ir saraksts, kurā ir no 1 līdz 500 {id, version, changes}.',
  CHANGE_WRONG: 'Izmaiņas ir objekts ar laukiem.',
  VERSION_WRONG: 'Versija ir vesels skaitlis; If-Match satur vienu, piemēram, "7".',
  VERSION_NEEDED: 'Norādiet, kuru versiju mainījāt: If-Match: "7" vai version saturā.',
  STATISTICS_FILTER:
    'Filtra forma ir {"surveyId":…,"period":"2026-11" vai "2026","by":…}; „by“ ir viens no: %{possible}.',
  HISTORY_BY_RECORD: 'Vēsturi rāda pa ierakstiem: filter={"recordId":"case_…"}.',
  KEY_WRONG: 'Idempotency-Key satur no 1 līdz 100 redzamām rakstzīmēm.',
  KEY_REUSED: 'Šis Idempotency-Key jau izmantots citam pieprasījumam.',
  NESTED_DEEP: 'Saturam ir par daudz līmeņu.',
  NO_ADDRESS: 'Šajā adresē nekā nav.',
  METHOD: 'Šī adrese pieņem: %{methods}.',
  BODY_LARGE: 'Pieprasījumā ietilpst ne vairāk kā %{megabytes} MB. Sūtiet vienā reizē mazāk ierakstu.',
  ADDRESS_LONG:
    'Adrese ir par garu: drīkst līdz %{limit} rakstzīmēm. Filtrējiet pēc mazāka vērtību skaita vai vienā reizē prasiet mazāk ierakstu.',
  HEADERS_LONG: 'Pieprasījuma adrese un galvenes ir par garu. Vienā reizē prasiet mazāk ierakstu.',
  RECORD_LARGE:
    'Ieraksts aizņemtu %{size} kB; drīkst līdz %{limit} kB. Lielākā daļa ir „%{field}“, %{fieldSize} kB: saīsiniet to.',
  STEP_LARGE:
    'Tas vienā reizē ir vairāk, nekā datu krātuve pieņem. Nekas nav mainīts; dariet to ar mazāku ierakstu skaitu.',
  NOT_JSON_TYPE: 'Sūtiet JSON ar Content-Type: application/json.',
  NOT_FORM_TYPE: 'Sūtiet veidlapu kā application/x-www-form-urlencoded.',
  NUMBERING_BUSY: 'Vienlaikus tiek numurēts par daudz ierakstu. Mēģiniet vēlreiz.',
  STORE_BUSY: 'Datu krātuve ir aizņemta. Nekas nav mainīts; pēc brīža mēģiniet vēlreiz.',
  STORE_SILENT:
    'Datu krātuve laikus neatbildēja. Nekas nav izdarīts līdz pusei; pirms mēģināt vēlreiz, pārbaudiet, vai tas tomēr nav izdarīts.',
  STORAGE_FULL: 'Diskā vairs nav vietas. Nekas nav saglabāts; redzamais paliek. Atbrīvojiet vietu un mēģiniet vēlreiz.',
  STORAGE_CLOSED:
    'Disks pašlaik nepieņem izmaiņas. Nekas nav saglabāts; redzamais paliek. Lūdziet pārbaudīt disku un mēģiniet vēlreiz.',
  STORE_DAMAGED: 'Ierakstu fails ir bojāts. Nekas nav mainīts. Apturiet Redress un ielieciet vietā datu mapes kopiju.',
  FAILED:
    'Mūsu pusē radās kļūda. Nekas nav izdarīts līdz pusei; mēģiniet vēlreiz un, ja kļūda paliek, informējiet administratoru.',
}
