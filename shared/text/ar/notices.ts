/** The bell and the inbox of notices, in Arabic. */
export const notices = {
  notices: {
    bell: 'الإشعارات: %{count} غير مقروءة',
    bellEmpty: 'الإشعارات: لا جديد',
    unread: 'غير مقروءة',
    read: 'مقروءة',
    noneUnread: 'لا جديد. كل ما يحتاج إليك يظهر هنا وعند الجرس.',
    noneRead: 'ما قرأته يُحفظ هنا.',
    more: 'عرض المزيد',
    allRead: 'تحديد الكل كمقروء',
    allReadDone: 'حُدّدت كلها كمقروءة.',
    markRead: 'تحديد كمقروء: %{notice}',
    own: 'بريدك وغيابك',
  },
}
