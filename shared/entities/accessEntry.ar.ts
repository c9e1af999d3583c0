/** Access entries in Arabic. */
export const accessEntries = {
  name: 'اطّلاع على سجل مقيَّد |||| سجل الاطّلاع',
  fields: {
    readAt: 'وقت الاطّلاع',
    userId: 'اطّلع عليه',
    way: 'ما اطُّلع عليه',
    resource: 'القائمة',
    recordId: 'السجل',
    reasons: 'سبب التقييد',
  },
  values: {
    way: {
      record: 'السجل',
      history: 'تاريخه',
      file: 'ملف منه',
      list: 'قائمة سجلات مقيَّدة',
      export: 'تصدير',
    },
    reasons: { vip: 'مريض VIP', accountability: 'مساءلة شخصية' },
  },
}
