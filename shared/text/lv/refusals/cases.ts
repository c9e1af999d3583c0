import type { cases as english } from '#shared/refusals/cases.ts'

/** Refusals about cases, in Latvian. */
export const cases: Readonly<Record<keyof typeof english, string>> = {
  SEVERITY_NEEDED: 'Vispirms norādiet, vai lieta ir parasta vai nopietna.',
  DEMANDS_NEEDED: 'Vispirms pierakstiet, ko pacients prasa.',
  PATIENT_STATEMENT_NEEDED: 'Pacients vēl nav uzklausīts. Vispirms pierakstiet izklāstu.',
  TEAM_STATEMENT_NEEDED:
    'Komanda vēl nav uzklausīta. Pierakstiet tās izklāstu, vai arī lai nodaļas vadītājs norāda, kāpēc to nevar iegūt.',
  REMEDY_NEEDED: 'Izsakiet piedāvājumu vai uzrakstiet, kāpēc nav ko piedāvāt.',
  ACKNOWLEDGED_LATER: 'Šis laiks vēl nav pienācis. Norādiet, kad pacients no mums saņēma ziņu.',
  ACKNOWLEDGED_EARLIER: 'Lieta saņemta vēlāk. Tās saņemšanu nevarēja apstiprināt pirms tam.',
  NO_LEGAL_GROUND:
    'Juridiskai izskatīšanai vajag advokāta vēstuli vai kompensācijas prasību lietā, kur vaina nav mūsu.',
  ALREADY_MAJOR: 'Lieta jau ir nopietna.',
  NOT_MAJOR: 'Lieta nav nopietna, tāpēc direktors nav jāinformē.',
  DIRECTOR_KNOWS: 'Direktors par šo lietu jau ir informēts.',
  DIRECTOR_FIRST: 'Lieta ir nopietna. Pirms atbildes par to jāzina direktoram.',
  NO_LIMIT: 'Atbildei nav termiņa, tāpēc nav ko pagarināt.',
  NOTICE_TIME: 'Pagarinājuma vēstuli sūta pēc lietas saņemšanas, nevis nākotnē. Izlabojiet laiku.',
  EXTENSION_LATE: 'Pagarinājuma vēstule nosūtīta, kad atbilde jau bija nokavēta, tāpēc termiņš paliek.',
  EXTENSION_SHORT: 'Pagarinājums beidzas pirms esošā atbildes termiņa. Izvēlieties vēlāku laiku.',
  EXTENSIONS_MANY:
    'Atbildes termiņš jau ir pagarināts (reizes: %{limit}), un vairāk iestāde neatļauj. Atbildiet tagad.',
  EXTENSION_LONG: 'Iestāde atļauj pagarināt ne vairāk kā par %{limit} dienām. Izvēlieties agrāku laiku.',
  OFFER_WAITING:
    'Kāds piedāvājums vēl gaida lēmumu (%{count}). Pirms lietas atrisināšanas par to jālemj vai tas jāatceļ.',
  OFFERS_FROZEN: 'Lieta ir juridiskā izskatīšanā, tāpēc tās piedāvājumi ir apturēti.',
  CASE_OVER: 'Lieta ir slēgta, atsaukta vai apvienota, tāpēc tajā nekas jauns nesākas. Vispirms atveriet to atkārtoti.',
  CASE_RESOLVED: 'Lieta ir atrisināta. Lai pieprasītu citu piedāvājumu, atveriet to atkārtoti.',
  MERGE_WAITING:
    'Šajā lietā vēl ir atvērti solījumi vai piedāvājumi (%{count}). Vispirms pabeidziet tos vai pievienojiet otru lietu šai.',
  PROMISES_OPEN:
    'Kāds solījums vēl ir atvērts (%{count}). Pirms slēgšanas izpildiet to vai izbeidziet, norādot iemeslu.',
  CALL_NEEDED:
    'Kopš lietas atrisināšanas pacientam nav zvanīts. Vispirms vajag zvanu, trīs mēģinājumus vai pacienta vēlēšanos, lai nezvana.',
  REPORT_NEEDED: 'Lieta ir nopietna. Pirms slēgšanas direktoram jāpieņem tās īpašais ziņojums.',
  MAJOR_STAYS: 'Nopietna lieta paliek nopietna.',
  MAJOR_REASONS_NEEDED: 'Norādiet, kāpēc lieta ir nopietna.',
  NO_HELP_CALLED: 'Šajā lietā neviens palīdzību negaida.',
  SITE_FIXED: 'Lieta paliek iestādē, kas to saņēma.',
}
