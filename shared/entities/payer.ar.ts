/** Payers in Arabic. */
export const payers = {
  name: 'جهة دافعة |||| الجهات الدافعة',
  fields: { licenceNo: 'الترخيص', vatNo: 'الرقم الضريبي', deliveryMode: 'طريقة التسليم' },
  values: {
    type: { insurer: 'شركة التأمين', tpa: 'مدير مطالبات (TPA)', employer: 'جهة عمل', government: 'جهة حكومية' },
    deliveryMode: { portal: 'البوابة', courier: 'مندوب', email: 'بريد إلكتروني', api: 'ربط آلي' },
  },
}
