import type { batches as english } from '#shared/refusals/batches.ts'

/** Refusals about batches of settlement files, in Latvian. */
export const batches: Readonly<Record<keyof typeof english, string>> = {
  BATCH_KEPT: 'Dzēst var tikai atvērtu paketi bez norēķiniem. Tās vietā anulējiet paketi.',
  BATCH_EMPTY: 'Paketē nav neviena norēķina. Pirms aizzīmogošanas pievienojiet kādu.',
  BATCH_FULL: 'Šā maksātāja paketē ietilpst ne vairāk kā %{limit} norēķini. Pārējiem atveriet citu paketi.',
  BATCH_BROKEN: 'Paketē nav visu tās norēķinu. Informējiet administratoru.',
  BATCH_BUSY: 'Šo paketi pašlaik maina citi. Mēģiniet vēlreiz.',
  RECEIPT_NEEDED: 'Kā piegādes pierādījumu norādiet kvīts numuru vai portāla atsauci.',
  FILES_UNFIT: 'Nekas nav pievienots, jo neder %{count} no %{total} norēķiniem. %{reasons}',
  FILE_UNFIT: '%{number}: %{reasons}',
  FILE_IN_BATCH: 'Tas jau ir citā paketē.',
  FILE_NOT_APPROVED: 'Tā posms ir „%{state}“; paketē liek tikai apstiprinātu norēķinu.',
  FILE_OTHER_SITE: 'Tas ir no citas iestādes.',
  FILE_OTHER_PAYER: 'Tas ir citam maksātājam.',
  FILE_OTHER_CARE: 'Tam ir cits aprūpes veids.',
  FILE_OTHER_CURRENCY: 'Tas ir citā valūtā.',
  FILE_NOTHING_DUE: 'Maksātājam par to nekas nav jāmaksā.',
  EXPORT_DIFFERS: 'Fails atšķiras no aizzīmogotās paketes un nav saglabāts: %{differences}.',
  EXPORT_SHORT: '%{number}: trūkst pacienta vai apdrošinājuma.',
}
