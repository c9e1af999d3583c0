/** Mails about notices in Chinese. */
export const noticeMail = {
  urgent: '紧急：%{sentence}',
  body: '%{sentence}。\n\n打开：%{url}\n\n您可以在系统中点击自己的姓名，选择哪些通知同时发送邮件。',
}
