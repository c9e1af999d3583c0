import type { settlements as english } from '#shared/refusals/settlements.ts'

/** Refusals about settlement files, in Latvian. */
export const settlements: Readonly<Record<keyof typeof english, string>> = {
  FILE_PRICED: 'Norēķins ir aprēķināts. Atgrieziet to, pirms maina tā vizīti, apdrošinājumu vai līgumu.',
  FILE_KEPT: 'Aprēķinātu vai anulētu norēķinu glabā. Dzēst var tikai tādu, ko neviens nav aprēķinājis.',
  FILE_VERIFIED: 'Norēķins ir pārbaudīts. Atgrieziet to, pirms tajā ko maina.',
  REPORT_MISSING: 'Trūkst medicīniskā izraksta. Pievienojiet to, lai saņemtu med. dokumentus.',
  DOCUMENTS_MISSING: 'Nav visu dokumentu. Trūkst: %{missing}.',
  CONTRACT_MISSING: 'Šā norēķina līgums nav atrasts.',
  CONTRACT_NOT_VALID: 'Līgums nav spēkā pakalpojuma dienā: %{day}.',
  COVERAGE_INACTIVE: 'Apdrošinājums nav spēkā pakalpojuma dienā: %{day}.',
  OTHER_PATIENT: 'Apdrošinājums ir citam pacientam nekā vizīte.',
  OTHER_PAYER: 'Līgums ir ar citu maksātāju nekā apdrošinājums.',
  OTHER_SITE: 'Līgums neattiecas uz šīs vizītes iestādi.',
  EDITS_FAILED: '%{reasons} Izlabojiet vai norādiet, kāpēc tas ir pareizi.',
  DIAGNOSIS_MISSING: 'Norēķinā nav diagnozes koda.',
  LINE_OUTSIDE: '%{line}. rindas datums ir %{day}, ārpus uzturēšanās laika.',
  LINES_INVALID: 'Pakalpojumu nevar aprēķināt: %{fields}.',
  TOTALS_CHANGED: 'Kopš apskatīšanas summas ir mainījušās. Apskatiet tās vēlreiz un tad pārbaudiet.',
  SUBMISSION_LATE: 'To vajadzēja iesniegt līdz: %{day}. Norādiet, kāpēc to tomēr apstiprina.',
}
