import { profileFigureLabels } from './siteProfile.ar.ts'

/** Sites in Arabic. */
export const sites = {
  name: 'موقع |||| المواقع',
  fields: {
    ...profileFigureLabels,
    profiles: 'إصدارات ملفه',
    hasOlderProfiles: 'سبقتها إصدارات',
    seenVersion: 'الإصدار الذي شوهد',
    profileId: 'إصدار الملف',
    fromAt: 'يُحسب من',
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
  actions: {
    'set-profiles': { label: 'تحديد إصدارات الملف' },
    digest: { label: 'ملخص الحالات المتأخرة' },
  },
}
