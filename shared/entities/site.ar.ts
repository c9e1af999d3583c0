/** Sites in Arabic. */
export const sites = {
  name: 'موقع |||| المواقع',
  fields: {
    timeZone: 'المنطقة الزمنية',
    accent: 'لون التمييز',
    calendar: 'ساعات العمل',
    sunday: 'الأحد',
    from: 'من',
    to: 'إلى',
    monday: 'الاثنين',
    tuesday: 'الثلاثاء',
    wednesday: 'الأربعاء',
    thursday: 'الخميس',
    friday: 'الجمعة',
    saturday: 'السبت',
    holidays: 'العطل',
    on: 'اليوم',
  },
}
