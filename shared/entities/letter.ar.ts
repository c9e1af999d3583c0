/** Letters in Arabic. */
export const letters = {
  name: 'خطاب |||| الخطابات',
  fields: {
    kind: 'النوع',
    body: 'النص',
    caseNumber: 'الحالة',
    requestedBy: 'طلبه',
    requestedAt: 'تاريخ الطلب',
    approvedBy: 'وافق عليه',
    approvedAt: 'تاريخ الموافقة',
    sentAt: 'تاريخ الإرسال',
    sentBy: 'أرسله',
    sentHow: 'طريقة الإرسال',
    at: 'متى (الآن إن تُرك فارغًا)',
  },
  values: {
    kind: {
      'statutory-response': 'خطاب يطلبه النظام',
      'extension-notice': 'خطاب تمديد',
      'written-statement': 'إفادة مكتوبة (استثناء)',
    },
    status: {
      draft: 'مسودة',
      'pending-approval': 'بانتظار الموافقة',
      approved: 'تمت الموافقة',
      sent: 'أُرسل',
      rejected: 'لم يُوافق عليه',
    },
  },
  actions: {
    submit: { label: 'تقديم', why: 'يبقى نصه كما هو من الآن. والإفادة المكتوبة تنتظر المدير.' },
    approve: { label: 'موافقة', why: 'استثناء: يثبت المستشفى هذا كتابةً.' },
    reject: { label: 'عدم الموافقة', why: 'يمكن تعديله وتقديمه من جديد.' },
    send: { label: 'أُرسل', why: 'خرج الخطاب إلى المريض.' },
  },
}
