/** Labels of the figures of a profile in Arabic. */
export const profileFigureLabels = {
  acknowledgementDays: 'الرد الأول خلال (أيام عمل)',
  responseDays: 'الرد الكامل خلال (أيام)',
  extensionNoticeDays: 'خطاب التمديد خلال (أيام)',
  extensionMostDays: 'أقصى مدة للتمديد (أيام)',
  extensionMostTimes: 'أقصى عدد لتمديد الرد الواحد',
  directorToldMinutes: 'إبلاغ المدير خلال (دقائق)',
  handOverMinutes: 'التسليم خلال (دقائق)',
  specialReportDays: 'التقرير الخاص خلال (أيام عمل)',
  approvalDecisionMinutes: 'البت في العرض خلال (دقائق عمل)',
  followUpFirstDay: 'أول يوم لمكالمة المتابعة',
  followUpDay: 'يوم مكالمة المتابعة',
  followUpLastDay: 'آخر يوم لمكالمة المتابعة',
  contactFrom: 'الاتصال بالمرضى من',
  contactTo: 'الاتصال بالمرضى حتى',
  limitAMinor: 'الحد أ: يعرض الموظف حتى',
  limitBMinor: 'الحد ب: يعرض مدير الوحدة حتى',
  hasStatutoryLetter: 'خطاب رد يوجبه القانون',
  retentionYears: 'مدة حفظ السجلات (سنوات)',
  validFrom: 'سارٍ من',
}

/** Site profiles in Arabic. */
export const siteProfiles = {
  name: 'ملف الموقع |||| ملفات المواقع',
  fields: {
    ...profileFigureLabels,
    followUpText: 'ما يُسأل عنه في مكالمة المتابعة',
    statutoryLetterText: 'نص الخطاب الذي يوجبه القانون',
    validTo: 'حتى',
    publishedAt: 'نُشر',
    publishedBy: 'نشره',
    newName: 'اسم المسودة الجديدة',
  },
  values: { status: { draft: 'مسودة', published: 'منشور', superseded: 'يليه إصدار آخر' } },
  actions: {
    publish: {
      label: 'نشر',
      why: 'المهل التي تبدأ من ذلك اليوم تسير وفقه، وما بدأ منها يبقى على ما بدأ به. اليوم إن تُرك فارغًا.',
    },
    withdraw: { label: 'سحب', why: 'لم يسرِ بعد، ويعود مسودة.' },
    copy: { label: 'نسخ', why: 'تبدأ مسودة جديدة بما في هذا الإصدار.' },
    'set-end': { label: 'آخر يوم له' },
  },
}
