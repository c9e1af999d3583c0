import type { imports as english } from '#shared/refusals/imports.ts'

/** Refusals about files that are imported, in Italian. */
export const imports: Readonly<Record<keyof typeof english, string>> = {
  SAME_ROW: 'La riga %{row} riguarda la stessa scheda.',
  LONG_ROW: 'La riga ha più celle di quante sono le colonne del file.',
  ROW_LARGE:
    'La riga occupa %{size} kB; il massimo è %{limit} kB. Accorciarla: il file delle righe rifiutate ne mostra solo l’inizio.',
  CHECK_UNKNOWN: 'Nessuna verifica di questo file con queste colonne è conclusa. Verificare di nuovo il file.',
  CHECK_OUTDATED:
    'La scheda è cambiata dopo la verifica, quindi la riga è stata tralasciata. Verificare di nuovo il file.',
  FILE_EMPTY: 'Il file non ha righe sotto i nomi delle colonne.',
  FILE_WIDE: 'Il file ha più di %{limit} colonne.',
  FILE_LONG: 'Il file ha più di %{limit} righe. Dividerlo.',
  FILE_BROKEN: 'La riga %{line} ha una virgoletta di troppo o di meno.',
  WORKBOOK_BROKEN:
    'La cartella di lavoro non si può leggere: è danneggiata, o protetta da password. Salvarla di nuovo come XLSX o come CSV.',
  WORKBOOK_LARGE:
    'Una volta decompressa, la cartella di lavoro contiene più di quanto un’importazione accetti. Inviarla in parti, o come CSV.',
  SHEET_HEAD: 'La prima riga del foglio è vuota. Inserirvi i nomi delle colonne.',
  CELL_FAULT: 'La cella mostra l’errore di una formula. Correggerlo nella cartella di lavoro.',
  SITE_NEEDED: 'Aggiungere una colonna con la sede: serve a interpretare orari e importi.',
  MINOR_WHOLE:
    '“%{column}” accetta numeri interi dell’unità più piccola: 145000 per 1450,00. Senza “Minor” nel nome accetta decimali.',
  NUMBER_VAGUE: '“%{text}” può indicare due numeri. Scriverlo senza separatore delle migliaia.',
  SHEET_UNKNOWN: 'La cartella di lavoro non ha il foglio “%{sheet}”. Contiene: %{sheets}.',
  COLUMN_NONE: 'Nessuna colonna ha il nome di un campo. Possibili: %{fields}.',
  COLUMN_UNKNOWN: 'Il file non ha la colonna “%{column}”.',
  COLUMN_TWICE: 'Due colonne per lo stesso campo: %{field}.',
  COLUMN_MISSING: 'Una nuova scheda richiede: %{fields}. Manca la colonna.',
  FIELD_UNKNOWN: '“%{name}” non è un campo.',
  KEY_NONE: 'Nessuna colonna dice di quale scheda tratta una riga. Possibili: %{keys}.',
  KEY_UNKNOWN: 'Le schede non si possono trovare in questo modo. Possibili: %{keys}.',
  KEY_MISSING: 'Nel file manca la colonna per: %{key}.',
}
