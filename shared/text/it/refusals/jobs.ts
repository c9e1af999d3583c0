import type { jobs as english } from '#shared/refusals/jobs.ts'

/** Refusals about jobs, exports, uploads and kept files, in Italian. */
export const jobs: Readonly<Record<keyof typeof english, string>> = {
  JOB_FINISHED: 'Questa elaborazione è già terminata.',
  JOB_RUNNING: 'Questa elaborazione è ancora in corso. Interromperla prima, o attendere che termini.',
  UNDO_STEP: 'Un’azione eseguita non si può annullare, perché ciò che ne è seguito resta valido.',
  UNDO_NOTHING: 'Questa elaborazione non ha modificato nulla che si possa annullare.',
  UNDO_RUNNING: 'L’annullamento è già in corso.',
  UNDO_DONE: 'Tutto ciò che questa elaborazione ha modificato è già stato annullato.',
  UNDO_TWICE: 'Un annullamento non si può annullare. Ripetere la modifica.',
  CHANGED_SINCE: 'Nel frattempo qualcuno l’ha modificato (%{fields}). È stato lasciato com’è.',
  EXPORT_TOO_LONG:
    'Un’esportazione contiene al massimo %{limit} righe. Non è stato scritto nulla; restringere il filtro.',
  PAPER_WIDE:
    'Una pagina contiene al massimo %{limit} colonne. Scegliere meno colonne, o esportare una cartella di lavoro.',
  EXPORT_BROKEN: 'Il file riletto non corrisponde a quanto scritto e non è stato conservato. Esportare di nuovo.',
  UPLOAD_LARGE: 'Il file supera %{megabytes} MB. Ridurlo, o inviarlo in parti.',
  UPLOAD_ABSENT: 'Un file non è arrivato, o è stato rimosso perché è passato un giorno. Sceglierlo di nuovo.',
  UPLOAD_USED: '“%{name}” è già allegato. Scegliere un altro file.',
  UPLOAD_DIFFERS: '“%{name}” non è arrivato come era stato inviato. Non è stato allegato nulla; sceglierlo di nuovo.',
  UPLOAD_TYPE:
    '“%{name}” non è del tipo di file che dichiara, o di un tipo che qui non si accetta. Non è stato conservato nulla.',
  FILE_OR_UPLOAD: 'Indicare o il testo di un file, o il caricamento che lo ha portato.',
  NOT_A_CHECKSUM: 'Non è un SHA-256 in esadecimale.',
  FILE_ABSENT: 'Questa scheda non conserva alcun file in quel punto.',
  FILE_SCANNING: 'Controllo antimalware di “%{name}” ancora in corso. Aprirlo di nuovo tra un minuto.',
  FILE_INFECTED: 'In “%{name}” è stato trovato un malware. Resta chiuso; chiedere al mittente una copia pulita.',
  FILE_UNSCANNED:
    'Controllo antimalware di “%{name}” non possibile, per esempio a causa di una password. Il file resta chiuso; inviarlo di nuovo senza password.',
  FILE_BUSY: 'Troppe persone stanno aprendo il file insieme. Riprovare.',
  CELL_LONG:
    'Un testo in “%{name}” è troppo lungo per una cartella di lavoro. Tralasciare la colonna, o esportare come CSV.',
}
