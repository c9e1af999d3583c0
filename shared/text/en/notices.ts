/** The bell and the inbox of notices, in English. */
export const notices = {
  notices: {
    bell: 'Notices: %{count} unread',
    bellEmpty: 'Notices: none unread',
    unread: 'Unread',
    read: 'Read',
    noneUnread: 'Nothing new. Whatever needs you appears here and at the bell.',
    noneRead: 'What you have read is kept here.',
    more: 'Show more',
    allRead: 'Mark all as read',
    allReadDone: 'All are marked as read.',
    markRead: 'Mark as read: %{notice}',
    own: 'Your mail and absence',
  },
}
