/** Forms and pages of any record, in Arabic. */
export const record = {
  form: {
    create: '%{name}: سجل جديد',
    edit: 'تعديل %{name} %{title}',
    change: 'تعديل',
    save: 'حفظ',
    cancel: 'إلغاء',
    zone: 'التوقيت: %{zone}',
    notSaid: 'غير محدد',
  },
  show: { details: 'التفاصيل', facts: 'ما تم تسجيله' },
  history: {
    title: 'السجل الزمني',
    empty: 'لم يحدث شيء بعد.',
    nothing: 'لا شيء',
    content: 'محتوى جديد',
    erased: 'مُحي',
    reasonErased: 'مُحي السبب.',
    product: 'Redress نفسه',
  },
  restricted: {
    name: 'سجل مقيَّد',
    noted: 'سُجِّل أنك فتحته.',
    readers: 'من اطّلع عليه',
  },
  entries: {
    add: 'إضافة: %{noun}',
    up: 'نقل إلى أعلى: %{noun} %{number}',
    down: 'نقل إلى أسفل: %{noun} %{number}',
    remove: 'إزالة: %{noun} %{number}',
  },
  steps: {
    confirm: 'اكتب للتأكيد: %{label}',
    confirmWith: 'اكتب «%{value}».',
    done: '%{action}: تم',
    others: 'خطوة أخرى |||| %{smart_count} خطوات أخرى',
    othersTitle: 'خطوات لا يمكن اتخاذها الآن',
  },
}
