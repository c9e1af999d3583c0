/** Special reports in Arabic. */
export const specialReports = {
  name: 'تقرير خاص |||| التقارير الخاصة',
  fields: {
    chronology: 'ما حدث بالترتيب',
    bothSides: 'ما قاله المريض وما قاله الفريق',
    findings: 'ما تبيّن',
    causes: 'لماذا حدث',
    remedies: 'ما قُدّم للمريض',
    prevention: 'ما يمنع تكراره',
    practiceChange: 'ما تغيّر في عملنا',
    caseNumber: 'الحالة',
    dueAt: 'الموعد',
    submittedAt: 'تاريخ التقديم',
    submittedBy: 'قدّمه',
    acceptedAt: 'تاريخ القبول',
    acceptedBy: 'قبِله',
    returnReason: 'ما ينقصه',
    alarmPercent: 'آخر تنبيه (%)',
    alarmAt: 'التنبيه التالي',
  },
  values: { status: { draft: 'قيد الكتابة', submitted: 'مُقدَّم', returned: 'مُعاد', accepted: 'مقبول' } },
  actions: {
    submit: { label: 'تقديم', why: 'يقرؤه المدير بعد ذلك، ويبقى نصه كما هو ما لم يُعَد.' },
    accept: { label: 'قبول', why: 'التقرير مكتمل، ويمكن إغلاق الحالة.' },
    return: { label: 'إعادة', why: 'يعود إلى من قدّمه.' },
    alarm: { label: 'تنبيه' },
  },
}
