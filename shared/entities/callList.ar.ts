/** Call lists in Arabic. */
export const callLists = {
  name: 'قائمة اتصال |||| قوائم الاتصال',
  fields: {
    listOn: 'اليوم',
    shares: 'الحصص',
    userId: 'من يتصل',
    calls: 'المكالمات',
    unassigned: 'بلا متصل',
    late: 'متأخرة',
    summaryAt: 'يُلخَّص الأسبوع من',
    summarisedAt: 'لُخّص الأسبوع',
    followUpId: 'المتابعة',
    callerId: 'من يتصل',
    isKept: 'بقيت عند صاحبها',
    isLate: 'متأخرة',
    isLast: 'الأخيرة الآن',
    week: 'الأسبوع',
    planned: 'حلّ موعدها',
    done: 'أُنجزت',
    inWindow: 'في وقتها',
    concerns: 'فيها ما يقلق',
  },
  actions: {
    share: { label: 'وُزعت المكالمات' },
    'await-summary': { label: 'تنتظر نهاية الأسبوع' },
    summarise: { label: 'لُخّص الأسبوع' },
  },
}
