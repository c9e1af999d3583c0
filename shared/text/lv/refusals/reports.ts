import type { reports as english } from '#shared/refusals/reports.ts'

/** Refusals about special reports and letters, in Latvian. */
export const reports: Readonly<Record<keyof typeof english, string>> = {
  REPORT_PART_NEEDED: 'Ziņojums nav pilnīgs. Vispirms uzrakstiet daļu „%{field}“.',
  REPORT_FIXED: 'Ziņojums ir iesniegts, tāpēc tekstu nemaina. Direktors to var atgriezt labošanai.',
  CASE_FIXED: 'Tas pieder savai lietai, un to nevar pārvietot uz citu.',
  NO_STATUTORY_LETTER:
    'Šīs iestādes profils likumā noteiktu vēstuli neparedz. Rakstisks apliecinājums ir izņēmums, ko apstiprina direktors.',
  LETTER_FIXED: 'Vēstule ir iesniegta, tāpēc tekstu nemaina. Rakstiet jaunu vai lūdziet šo neapstiprināt.',
  LETTER_TIME: 'Vēstuli sūta pēc apstiprināšanas, nevis nākotnē. Izlabojiet laiku.',
  NOTE_ABOUT_SELF: 'Par savu atbildību neviens neraksta pats. Tas jādara citam vadītājam.',
  NOTE_FIXED: 'Piezīme paliek savā lietā un pie personas, par kuru tā ir. Rakstiet citu.',
}
