import type { HelpTexts } from './texts.ts'

/** The help of every page and the tour, in Italian. */
export const help: HelpTexts = {
  title: 'Aiuto',
  acts: 'Che cosa si può fare qui',
  keys: 'Tasti',
  everywhere: 'Ovunque',
  inSheet: 'Nel foglio',
  takeTour: 'Avvia il tour',
  close: 'Chiudi',
  place: '%{step} di %{count}',
  next: 'Avanti',
  back: 'Indietro',
  leave: 'Esci dal tour',
  done: 'Inizia a lavorare',
  tour: {
    menu: {
      title: 'Tutto è nel menu',
      text: 'Cinque gruppi portano a ogni pagina che il Suo ruolo può vedere. “Oggi” mostra che cosa c’è da fare.',
    },
    search: {
      title: 'Trovare chiunque, fare tutto',
      text: 'Scrivere qui un nome, un telefono o un numero. Ctrl+K apre il menu dei comandi, che porta ovunque con poche lettere.',
    },
    list: {
      title: 'Gli elenchi danno risposte',
      text: 'Filtrare per qualsiasi colonna, in qualsiasi ordine, per gruppi. Salvare il risultato come vista; l’indirizzo della pagina è un link che vi porta.',
    },
    cells: {
      title: 'Gli elenchi sono fogli',
      text: 'Scrivere in una cella, incollare da Excel, copiare verso il basso, annullare. Un valore rifiutato resta al suo posto, con il motivo.',
    },
    help: {
      title: 'L’aiuto è in ogni pagina',
      text: 'Premere ? per leggere a che cosa serve una pagina e quali tasti vi funzionano. Da lì si può rifare questo tour.',
    },
  },
  rooms: {
    home: [
      'Questa pagina mostra che cosa c’è da fare oggi.',
      'Premere un numero per aprire l’elenco corrispondente.',
      'Prima vengono chiamate, scadenze, approvazioni e impegni in scadenza.',
    ],
    intake: [
      'Qui un reclamo, una richiesta di informazioni o un rifiuto di pagare si apre come caso, in meno di due minuti.',
      'Cercare il paziente per nome, telefono o numero, o inserirne uno nuovo.',
      'Scrivere ciò che la persona ha detto, con le sue parole. Ctrl+Enter invia il modulo.',
    ],
    board: [
      'La bacheca mostra i casi aperti secondo il loro stato.',
      'Aprire un caso per eseguire la prossima azione; il riquadro diventa arancione vicino alla scadenza e rosso dopo.',
    ],
    calls: [
      'Queste sono le chiamate di oggi, le più urgenti per prime.',
      'Aprire una chiamata per vedere il numero e che cosa chiedere, e annotare com’è andata.',
      'Una chiamata senza risposta torna da sola più tardi.',
    ],
    reports: [
      'I report contano casi, scadenze, importi e risposte per un periodo e una sede.',
      'Cambiare il periodo in alto; ogni numero porta all’elenco che conta.',
    ],
    results: [
      'I risultati mostrano come i pazienti hanno risposto a un questionario, e i punti deboli.',
      'Scegliere un questionario e un periodo. L’intervallo dice quanto è sicura una percentuale.',
    ],
    week: [
      'Questa pagina riepiloga le chiamate di ricontatto di una settimana in una sede.',
      'Scegliere la settimana, e stampare la tabella o salvarla per un foglio di calcolo.',
    ],
    notices: [
      'Questi sono i Suoi avvisi: ciò che è successo e richiede attenzione.',
      'Aprirne uno per andare alla sua scheda. Segnarlo come letto quando non resta nulla da fare.',
    ],
    list: [
      'Questo è un elenco di schede, mostrato come foglio.',
      'Filtrare, ordinare e raggruppare per colonne, e salvare il risultato come vista.',
      'Modificare le celle sul posto, dove il ruolo lo consente, una per una o molte insieme.',
    ],
    record: [
      'Questa è una scheda con tutto ciò che le appartiene.',
      'Un’azione non possibile ora ne indica il motivo accanto al pulsante.',
      'La cronologia in basso dice chi ha modificato che cosa, e quando.',
    ],
    form: [
      'Questo modulo crea o modifica una scheda.',
      'I campi con l’asterisco sono obbligatori. Ciò che viene rifiutato è indicato nel campo, e nulla va perso.',
    ],
    import: [
      'Qui un file CSV o Excel diventa schede.',
      'Indicare a che cosa corrisponde ogni colonna, e vedere che cosa accadrebbe prima che si scriva qualcosa.',
      'Le righe rifiutate si possono scaricare, correggere e inviare di nuovo.',
    ],
    'access-entries': [
      'Questo elenco dice chi ha letto schede riservate, e quando.',
      'Si compila automaticamente e non si può modificare. Filtrare per persona o scheda.',
    ],
    batches: [
      'Un lotto raccoglie le pratiche di liquidazione che vanno insieme a un ente pagatore.',
      'Inserire le pratiche finché è aperto, controllare i totali e sigillarlo. Poi esportarlo e consegnarlo.',
    ],
    cases: [
      'Un caso è un reclamo, una richiesta di informazioni o un rifiuto di pagare, dalla ricezione alla chiusura.',
      'Ascoltare le due parti, valutare, offrire ciò che è consentito e mantenere gli impegni.',
      'Le scadenze seguono le regole della sede; arancione vicino alla scadenza, rosso oltre.',
    ],
    contracts: [
      'Una convenzione dice che cosa paga un ente pagatore, a quale prezzo ed entro quando.',
      'Inserire qui classi e limiti; le pratiche di liquidazione si valorizzano con questi.',
    ],
    coverages: [
      'Una copertura dice quale ente paga per un paziente, e con quali limiti.',
      'Riportare numero e date come sulla tessera.',
    ],
    'dead-letters': [
      'Questi eventi non sono riusciti per due ore e sono stati messi da parte, con il motivo.',
      'Eliminare la causa, poi inviare di nuovo l’evento. In questo modo nulla accade due volte.',
    ],
    encounters: [
      'Una visita è un singolo trattamento di un paziente in una sede.',
      'Casi, questionari e pratiche di liquidazione la richiamano con il suo numero.',
    ],
    'follow-ups': [
      'Un ricontatto è una chiamata a un paziente dopo un caso o una visita.',
      'Attende il suo momento, e compare tra le chiamate del giorno in cui è previsto.',
    ],
    invitations: [
      'Un invito è il link a un questionario inviato a un singolo paziente.',
      'Controllare se è stato inviato, aperto e se ha avuto risposta; ricordarlo al paziente o annullarlo.',
    ],
    jobs: [
      'Le elaborazioni sono lavori lunghi: importazioni, esportazioni e modifiche di molte schede.',
      'Controllare a che punto sono, interromperle, leggere che cosa è stato rifiutato, o annullare un’intera modifica.',
    ],
    messages: [
      'E-mail e SMS inviati ai pazienti o in attesa di invio.',
      'Leggere perché un messaggio non è riuscito, e contattare il paziente in altro modo.',
    ],
    offers: [
      'Un’offerta è ciò che l’ospedale dà a un paziente per rimediare.',
      'La approva il ruolo che il suo importo richiede; poi si comunica al paziente e si esegue.',
    ],
    'offer-rules': [
      'Queste regole dicono che cosa si può offrire, a chi, da parte di chi e fino a quale importo.',
      'Provare una regola con un ruolo e per un caso prima di metterla in vigore.',
    ],
    patients: [
      'I pazienti, con come raggiungerli e in quale lingua.',
      'Inserendone uno compaiono i possibili doppioni; unirli invece di tenerli entrambi.',
      'Aprire un paziente per vedere insieme i suoi casi, visite e risposte.',
    ],
    payers: [
      'Un ente pagatore è un’assicurazione o un altro soggetto che paga per i pazienti.',
      'Vi fanno capo le convenzioni e i lotti.',
    ],
    promises: [
      'Un impegno è ciò che è stato promesso a un paziente, ed entro quando.',
      'Mantenerlo indicando una prova, o dire perché non è possibile. Un caso non si chiude con un impegno aperto.',
    ],
    responses: [
      'Queste sono le risposte dei pazienti ai questionari.',
      'Non si possono modificare. I punteggi bassi diventano automaticamente lavoro per lo sportello.',
    ],
    'settlement-files': [
      'Una pratica di liquidazione chiede a un ente pagatore il costo di un trattamento.',
      'Controllare le righe con ogni passaggio del calcolo, aggiungere i documenti e seguirla nelle approvazioni.',
    ],
    sites: [
      'Le sedi sono gli ospedali e le cliniche del gruppo.',
      'Una sede ha il suo fuso orario, la sua valuta e le sue regole in vigore.',
    ],
    'site-profiles': [
      'Un profilo contiene i tempi, i limiti e i testi con cui lavora una sede.',
      'Creare una nuova versione con il giorno da cui vale; ciò che è già iniziato mantiene la precedente.',
    ],
    'special-reports': [
      'Una relazione speciale dice che cosa ha insegnato un caso grave.',
      'Il responsabile di unità la scrive e la inoltra, e il direttore la accetta.',
    ],
    surveys: [
      'Un questionario è un insieme di domande, nelle lingue dei pazienti.',
      'Scriverlo con l’anteprima, pubblicarlo e decidere chi invitare e quando.',
    ],
    terms: [
      'Queste sono le voci proposte dai campi, come linee di servizio e argomenti.',
      'Aggiungere, rinominare o disattivare una voce; le schede che la contengono la mantengono.',
    ],
    users: [
      'Gli utenti sono le persone che lavorano qui, con i loro ruoli e sedi.',
      'Indicare chi è in servizio, chi è assente e chi lo sostituisce.',
    ],
  },
}
