/** Messages sent in Chinese. */
export const messages = {
  name: '信息 |||| 已发信息',
  fields: {
    subject: '主题',
    attemptedAt: '尝试时间',
    to: '收件地址',
    providerId: '服务商编号',
    aboutId: '相关记录',
    failure: '失败原因',
  },
  actions: {
    send: { label: '已发送' },
    sent: { label: '已发送' },
    captured: { label: '已留存' },
    fail: { label: '发送失败' },
  },
  values: {
    kind: { 'survey-invitation': '问卷邀请', 'survey-reminder': '问卷提醒' },
    channel: { email: '电子邮件', sms: '短信' },
    status: { queued: '排队中', sent: '已发送', failed: '失败', captured: '已留存' },
  },
}
