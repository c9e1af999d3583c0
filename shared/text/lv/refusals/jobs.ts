import type { jobs as english } from '#shared/refusals/jobs.ts'

/** Refusals about jobs, exports, uploads and kept files, in Latvian. */
export const jobs: Readonly<Record<keyof typeof english, string>> = {
  JOB_FINISHED: 'Šis uzdevums jau ir beidzies.',
  JOB_RUNNING: 'Šis uzdevums vēl notiek. Vispirms apturiet to vai sagaidiet beigas.',
  UNDO_STEP: 'Veiktu darbību nevar atsaukt, jo tās sekas paliek.',
  UNDO_NOTHING: 'Šis uzdevums neko atsaucamu nav mainījis.',
  UNDO_RUNNING: 'Atsaukšana jau notiek.',
  UNDO_DONE: 'Viss, ko šis uzdevums mainīja, jau ir atsaukts.',
  UNDO_TWICE: 'Atsaukšanu nevar atsaukt. Veiciet izmaiņas no jauna.',
  CHANGED_SINCE: 'Kopš tā laika kāds to ir mainījis (%{fields}). Tas atstāts, kā ir.',
  EXPORT_TOO_LONG: 'Eksportā ietilpst ne vairāk kā %{limit} rindas. Nekas nav ierakstīts; sašauriniet filtru.',
  PAPER_WIDE: 'Lapā ietilpst ne vairāk kā %{limit} kolonnas. Izvēlieties mazāk vai eksportējiet darbgrāmatu.',
  EXPORT_BROKEN: 'Failu nevarēja nolasīt tādu, kā ierakstīts, un tas nav saglabāts. Eksportējiet vēlreiz.',
  UPLOAD_LARGE: 'Fails ir lielāks par %{megabytes} MB. Samaziniet to vai sūtiet pa daļām.',
  UPLOAD_ABSENT: 'Kāds fails nav saņemts vai izdzēsts, jo pagājusi diena. Izvēlieties to vēlreiz.',
  UPLOAD_USED: '„%{name}“ jau ir pievienots. Izvēlieties citu failu.',
  UPLOAD_DIFFERS: '„%{name}“ nav saņemts tāds, kā nosūtīts. Nekas nav pievienots; izvēlieties to vēlreiz.',
  UPLOAD_TYPE: '„%{name}“ nav tā veida fails, par kādu uzdodas, vai šeit tādu nepieņem. Nekas nav saglabāts.',
  FILE_OR_UPLOAD: 'Norādiet vai nu faila tekstu, vai augšupielādi, ar ko tas sūtīts.',
  NOT_A_CHECKSUM: 'Tā nav SHA-256 vērtība heksadecimālā formā.',
  FILE_ABSENT: 'Šajā vietā ierakstam faila nav.',
  FILE_SCANNING: '„%{name}“ vēl tiek pārbaudīts, vai tajā nav ļaunprogrammatūras. Atveriet to pēc minūtes.',
  FILE_INFECTED: 'Failā „%{name}“ atrasta ļaunprogrammatūra. Tas paliek slēgts; lūdziet sūtītājam tīru kopiju.',
  FILE_UNSCANNED:
    '„%{name}“ nevarēja pārbaudīt, vai tajā nav ļaunprogrammatūras, piemēram, paroles dēļ. Tas paliek slēgts; sūtiet vēlreiz bez paroles.',
  FILE_BUSY: 'Failu vienlaikus atver daudzi. Mēģiniet vēlreiz.',
  CELL_LONG: 'Kolonnā „%{name}“ ir darbgrāmatai pārāk garš teksts. Izlaidiet kolonnu vai eksportējiet kā CSV.',
}
