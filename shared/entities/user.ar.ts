/** Users in Arabic. */
export const users = {
  name: 'مستخدم |||| المستخدمون',
  fields: { roles: 'الأدوار', subject: 'حساب الدخول' },
  values: {
    roles: {
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
    },
  },
}
