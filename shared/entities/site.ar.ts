/** Sites in Arabic. */
export const sites = {
  name: 'موقع |||| المواقع',
  fields: {
    timeZone: 'المنطقة الزمنية',
    accent: 'لون التمييز',
    calendar: 'ساعات العمل',
    holidays: 'العطل',
    on: 'اليوم',
    digestAt: 'الملخص التالي للحالات المتأخرة',
    counts: 'الأعداد',
    ownerId: 'المسؤول',
    count: 'العدد',
    isPart: 'يتبعه مسؤولون آخرون',
  },
  actions: { digest: { label: 'ملخص الحالات المتأخرة' } },
}
