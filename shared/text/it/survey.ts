import type { SurveyText } from '../en/survey.ts'

/** What a patient reads, in Italian. */
export const it: SurveyText = {
  page: {
    optional: 'facoltativo',
    several: 'Può scegliere più risposte.',
    lowest: 'Per niente probabile',
    highest: 'Estremamente probabile',
    comment: 'C’è altro che desidera dirci?',
    commentHint: 'Per favore non indichi nomi né dettagli sulla salute.',
    confidential:
      'Le Sue risposte sono riservate. Le vede solo l’ufficio relazioni con i pazienti, per migliorare l’assistenza.',
    anonymous: 'Le Sue risposte sono anonime. Nessuno può vedere chi le ha date.',
    send: 'Invia le risposte',
    languages: 'Lingua',
    error: 'Errore',
    errorTitle: 'Alcune risposte vanno riviste',
    thanksTitle: 'Grazie',
    thanks: 'Abbiamo ricevuto le Sue risposte: ci aiutano a migliorare. Può chiudere questa pagina.',
    answeredTitle: 'Risposta già data',
    answered: 'A questo questionario è già stato risposto. Grazie.',
    expiredTitle: 'Questo link è scaduto',
    expired: 'Il tempo per questo questionario è terminato. Grazie per l’interesse.',
    unknownTitle: 'Questo link non funziona',
    unknown: 'Controlli che l’indirizzo sia completo. Se lo è, il questionario non è più aperto.',
    tooManyTitle: 'Un momento, per favore',
    tooMany:
      'Da questa rete sono appena arrivate moltissime richieste. Riapra questa pagina tra qualche minuto; il Suo link resta valido.',
    busy: 'Al momento non è stato possibile inviare le risposte. Sono conservate su questo dispositivo; continuiamo a provare.',
    offline:
      'Non è in linea. Le risposte sono conservate su questo dispositivo e saranno inviate appena torna la rete.',
    sending: 'Invio in corso…',
    kept: 'Le risposte precedenti erano conservate su questo dispositivo e sono state inserite.',
  },
  mistakes: {
    required: 'Scelga una risposta.',
    empty: 'Scriva una risposta.',
    unknown: 'Scelga una delle risposte indicate.',
    onlyOne: 'Scelga una sola risposta.',
    tooLong: 'Abbrevi il testo.',
  },
  scales: {
    scale5: { '1': 'Pessimo', '2': 'Scarso', '3': 'Discreto', '4': 'Buono', '5': 'Ottimo' },
    freq4: { '1': 'Mai', '2': 'A volte', '3': 'Di solito', '4': 'Sempre' },
    yesno: { yes: 'Sì', no: 'No' },
  },
  mail: {
    subject: 'Com’è andata la Sua visita presso {site}?',
    reminder: 'Promemoria: com’è andata la Sua visita presso {site}?',
    greeting: 'Buongiorno,',
    ask: 'grazie per essere venuto da {site}. Vuole dirci com’è andata? Bastano circa due minuti e non serve una password.',
    button: 'Rispondi al questionario',
    until: 'Il link è solo per Lei e funziona fino al {date}.',
    ignore: 'Se preferisce non rispondere, ignori questo messaggio.',
    sms: '{site}: com’è andata la Sua visita? Ce lo dica qui: {url}',
    smsReminder: '{site}: ci farebbe ancora piacere sapere com’è andata la Sua visita: {url}',
  },
}
