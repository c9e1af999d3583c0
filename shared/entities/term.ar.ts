/** Terms in Arabic. */
export const terms = {
  name: 'مصطلح |||| المصطلحات',
  fields: {
    list: 'القائمة',
    names: 'الأسماء',
    nameZh: 'الاسم بالصينية',
    nameIt: 'الاسم بالإيطالية',
    nameLv: 'الاسم باللاتفية',
    position: 'الترتيب في القائمة',
    isExcluded: 'مستثنى من الاستبيانات',
  },
  values: { list: { 'service-lines': 'خطوط الخدمة', subjects: 'المواضيع', departments: 'الأقسام' } },
}
