/** The bell and the inbox of notices, in Chinese. */
export const notices = {
  notices: {
    bell: '通知：%{count} 条未读',
    bellEmpty: '通知：无未读',
    unread: '未读',
    read: '已读',
    noneUnread: '没有新通知。需要您处理的事项会显示在此处和铃铛图标上。',
    noneRead: '已读的通知保存在此处。',
    more: '显示更多',
    allRead: '全部标为已读',
    allReadDone: '已全部标为已读。',
    markRead: '标为已读：%{notice}',
    own: '您的邮件与不在岗安排',
  },
}
