/** Roles in Arabic, by their ids. */
export const roleNames = {
  'front-desk': 'الاستقبال',
  officer: 'مسؤول علاقات المرضى',
  clinician: 'ممارس صحي',
  'unit-manager': 'مدير الوحدة',
  director: 'المدير',
  'insurance-clerk': 'موظف التأمين',
  accountant: 'محاسب',
  'accounts-supervisor': 'مشرف الحسابات',
  'services-manager': 'مدير الخدمات',
  delegate: 'مندوب التأمين',
  auditor: 'مدقق',
  admin: 'مدير النظام',
}

/** Users in Arabic. */
export const users = {
  name: 'مستخدم |||| المستخدمون',
  fields: {
    roles: 'الأدوار',
    subject: 'حساب الدخول',
    onDuty: 'أوقات المناوبة',
    awayFrom: 'غائب من',
    awayTo: 'غائب حتى',
    deputyId: 'النائب',
    noticeMail: 'البريد بشأن الإشعارات',
    noticeHours: 'ساعات البريد غير العاجل',
  },
  actions: {
    join: { label: 'أُنشئ حساب الدخول' },
    'choose-mail': { label: 'اختيار البريد', why: 'أي الإشعارات تصلك بالبريد أيضًا، ومتى.' },
    'plan-absence': { label: 'تحديد الغياب', why: 'أثناء غيابك يُبلَّغ نائبك بدلًا منك.' },
  },
  values: {
    roles: roleNames,
    noticeMail: { none: 'بلا بريد', urgent: 'الإشعارات العاجلة فقط', all: 'كل الإشعارات' },
  },
}
