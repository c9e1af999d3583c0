/** Roles in Chinese, by their ids. */
export const roleNames = {
  'front-desk': '前台',
  officer: '患者关系专员',
  clinician: '医护人员',
  'unit-manager': '部门主管',
  director: '主任',
  'insurance-clerk': '保险专员',
  accountant: '会计',
  'accounts-supervisor': '财务主管',
  'services-manager': '服务经理',
  delegate: '保险代表',
  auditor: '审计员',
  admin: '管理员',
}

/** Users in Chinese. */
export const users = {
  name: '用户',
  fields: {
    name: '姓名',
    roles: '角色',
    subject: '登录账户',
    onDuty: '值班',
    awayFrom: '不在岗开始',
    awayTo: '不在岗截止',
    deputyId: '代理人',
    noticeMail: '通知邮件',
    noticeHours: '非紧急邮件的接收时段',
  },
  actions: {
    join: { label: '登录账户已建立' },
    'choose-mail': { label: '选择邮件通知', why: '选择哪些通知同时发送邮件，以及何时发送。' },
    'plan-absence': { label: '安排不在岗时间', why: '您不在岗期间，由代理人接收通知。' },
  },
  values: {
    roles: roleNames,
    noticeMail: { none: '不发邮件', urgent: '仅紧急通知', all: '所有通知' },
  },
}
