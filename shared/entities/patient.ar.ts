/** Patients in Arabic. */
export const patients = {
  name: 'مريض |||| المرضى',
  fields: {
    memberNumber: 'رقم العضوية',
    altPhone: 'هاتف آخر',
    address: 'العنوان',
    birthDate: 'تاريخ الميلاد',
    sex: 'الجنس',
    nationalId: 'رقم الهوية',
    isVip: 'VIP',
    contactConsent: 'الموافقة على التواصل',
    calls: 'المكالمات',
    visits: 'الزيارات',
    surveys: 'الاستبيانات',
    marketing: 'التسويق',
    notes: 'ملاحظات',
  },
  values: {
    sex: { female: 'أنثى', male: 'ذكر', other: 'أخرى', unknown: 'غير معروف' },
    status: { granted: 'موافق', refused: 'رافض', unknown: 'غير معروف' },
  },
}
