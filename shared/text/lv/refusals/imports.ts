import type { imports as english } from '#shared/refusals/imports.ts'

/** Refusals about files that are imported, in Latvian. */
export const imports: Readonly<Record<keyof typeof english, string>> = {
  SAME_ROW: 'Uz to pašu ierakstu attiecas %{row}. rinda.',
  LONG_ROW: 'Rindā ir vairāk šūnu nekā failā kolonnu.',
  ROW_LARGE:
    'Rinda aizņem %{size} kB; drīkst līdz %{limit} kB. Saīsiniet to: noraidīto rindu failā redzams tikai tās sākums.',
  CHECK_UNKNOWN: 'Šā faila pārbaude ar šīm kolonnām nav pabeigta. Pārbaudiet failu vēlreiz.',
  CHECK_OUTDATED: 'Ieraksts pēc pārbaudes mainījās, tāpēc rinda ir izlaista. Pārbaudiet failu vēlreiz.',
  FILE_EMPTY: 'Failā zem kolonnu nosaukumiem nav rindu.',
  FILE_WIDE: 'Failā ir par daudz kolonnu; drīkst līdz %{limit}.',
  FILE_LONG: 'Failā ir par daudz rindu; drīkst līdz %{limit}. Sadaliet to.',
  FILE_BROKEN: '%{line}. rindā ir par daudz vai par maz pēdiņu.',
  WORKBOOK_BROKEN:
    'Darbgrāmatu nevar nolasīt: tā ir bojāta vai aizsargāta ar paroli. Saglabājiet to no jauna kā XLSX vai CSV.',
  WORKBOOK_LARGE: 'Izpakota darbgrāmata ir lielāka, nekā imports pieņem. Sūtiet to pa daļām vai kā CSV.',
  SHEET_HEAD: 'Lapas pirmā rinda ir tukša. Ierakstiet tajā kolonnu nosaukumus.',
  CELL_FAULT: 'Šūnā ir formulas kļūda. Izlabojiet to darbgrāmatā.',
  SITE_NEEDED: 'Pievienojiet kolonnu ar iestādi: pēc tās saprot laiku un summu.',
  MINOR_WHOLE:
    '„%{column}“ pieņem veselus skaitļus mazākajā vienībā: 145000 nozīmē 1450.00. Ja nosaukumā nav „Minor“, tā pieņem decimāldaļas.',
  NUMBER_VAGUE: '„%{text}“ var būt divi dažādi skaitļi. Rakstiet bez tūkstošu atdalītāja.',
  SHEET_UNKNOWN: 'Darbgrāmatā nav lapas „%{sheet}“. Tajā ir: %{sheets}.',
  COLUMN_NONE: 'Nevienas kolonnas nosaukums nav lauks. Iespējamie: %{fields}.',
  COLUMN_UNKNOWN: 'Failā nav kolonnas „%{column}“.',
  COLUMN_TWICE: 'Divas kolonnas atbilst vienam laukam: %{field}.',
  COLUMN_MISSING: 'Jaunam ierakstam vajag: %{fields}; tādas kolonnas nav.',
  FIELD_UNKNOWN: '„%{name}“ nav lauks.',
  KEY_NONE: 'Neviena kolonna nenorāda, uz kuru ierakstu rinda attiecas. Iespējamās: %{keys}.',
  KEY_UNKNOWN: 'Pēc tā ierakstus nevar atrast. Iespējams: %{keys}.',
  KEY_MISSING: 'Failā nav kolonnas: %{key}.',
}
