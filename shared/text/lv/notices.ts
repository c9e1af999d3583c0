/** The bell and the inbox of notices, in Latvian. */
export const notices = {
  notices: {
    bell: 'Paziņojumi: nelasīti %{count}',
    bellEmpty: 'Paziņojumi: nelasītu nav',
    unread: 'Nelasītie',
    read: 'Izlasītie',
    noneUnread: 'Nekā jauna. Viss, kas prasa jūsu rīcību, parādās šeit un pie zvaniņa.',
    noneRead: 'Šeit glabājas izlasītie.',
    more: 'Rādīt vairāk',
    allRead: 'Atzīmēt visus kā izlasītus',
    allReadDone: 'Visi atzīmēti kā izlasīti.',
    markRead: 'Atzīmēt kā izlasītu: %{notice}',
    own: 'Jūsu e-pasts un prombūtne',
  },
}
