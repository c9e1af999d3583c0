/** Invitations in Chinese. */
export const invitations = {
  name: '邀请',
  fields: {
    toSend: '待发送',
    nextAt: '下一步时间',
    expiresAt: '过期时间',
    answeredAt: '回答时间',
    remindedCount: '提醒次数',
  },
  values: {
    channel: { email: '电子邮件', sms: '短信', link: '转交链接' },
    toSend: { invitation: '邀请', reminder: '提醒' },
    status: {
      created: '已建立',
      queued: '排队中',
      sent: '已发送',
      started: '填写中',
      answered: '已回答',
      expired: '已过期',
      cancelled: '已取消',
      undeliverable: '无法送达',
    },
  },
  actions: {
    remind: { label: '提醒' },
    cancel: { label: '取消' },
    'answer-by-phone': { label: '电话作答' },
    send: { label: '已发送' },
    wait: { label: '已推迟' },
    'give-up': { label: '已放弃' },
    answer: { label: '已回答' },
    expire: { label: '已过期' },
  },
}
