import type { patients as english } from '#shared/refusals/patients.ts'

/** Refusals about what is held on a patient, in Latvian. */
export const patients: Readonly<Record<keyof typeof english, string>> = {
  PATIENT_ERASED: 'Šā pacienta dati ir dzēsti. Neko nevar pievienot vai atsaukt.',
  ERASURE_RUNS: 'Šā pacienta dati pašlaik tiek dzēsti. Neko citu ar ierakstu nevar darīt.',
  ERASURE_STANDS: 'Sāktu datu dzēšanu nevar apturēt.',
  ERASE_MERGED: 'Šis ieraksts ir pievienots citam. Dzēsiet tā datus: šie tiks dzēsti līdzi.',
  ON_HOLD: 'Šim vai tam pievienotam ierakstam ir dzēšanas liegums. Vispirms atceliet liegumu.',
  ALREADY_HELD: 'Šim ierakstam jau ir dzēšanas liegums.',
  NOT_HELD: 'Šim ierakstam dzēšanas lieguma nav.',
  ERASE_OPEN_CASE: 'Šā pacienta lieta %{number} vēl ir atvērta. Vispirms slēdziet to.',
  ERASE_LIVE_FILE: 'Šā pacienta norēķins %{number} vēl ir ceļā pie maksātāja. Vispirms pabeidziet vai anulējiet to.',
}
