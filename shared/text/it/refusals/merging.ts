import type { merging as english } from '#shared/refusals/merging.ts'

/** Refusals about records that are merged, in Italian. */
export const merging: Readonly<Record<keyof typeof english, string>> = {
  MERGE_ITSELF: 'Una scheda non si può unire a sé stessa. Scegliere quella che resta.',
  ALREADY_MERGED: 'Questa scheda è già stata unita a un’altra. Annullare prima quell’unione.',
  NOT_MERGED: 'Questa scheda non è unita a un’altra.',
  MERGE_INTO_MERGED: 'L’altra scheda è a sua volta unita a una terza. Scegliere quella.',
  MERGE_OTHER_SITE: 'L’altra scheda è di un’altra sede.',
  MERGE_OTHER_PATIENT: 'L’altro caso è di un altro paziente.',
  MERGED_HOLD: 'Altre schede sono state unite a questa. Annullare l’unione prima di eliminarla.',
}
