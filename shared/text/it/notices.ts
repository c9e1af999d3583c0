/** The bell and the inbox of notices, in Italian. */
export const notices = {
  notices: {
    bell: 'Avvisi non letti: %{count}',
    bellEmpty: 'Avvisi: nessuno da leggere',
    unread: 'Da leggere',
    read: 'Letti',
    noneUnread: 'Nessuna novità. Ciò che richiede attenzione compare qui e sulla campanella.',
    noneRead: 'Gli avvisi letti si conservano qui.',
    more: 'Mostra altri',
    allRead: 'Segna tutti come letti',
    allReadDone: 'Tutti segnati come letti.',
    markRead: 'Segna come letto: %{notice}',
    own: 'Avvisi per e-mail e assenze',
  },
}
