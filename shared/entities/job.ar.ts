/** Jobs in Arabic. */
export const jobs = {
  name: 'عمل |||| الأعمال',
  fields: {
    resource: 'القائمة',
    dueAt: 'ينتظر منذ',
    createdBy: 'أنشأه',
    finishedAt: 'انتهى',
    request: 'الطلب',
    done: 'المنجز',
    total: 'من',
    failed: 'فشل',
    errors: 'الأخطاء',
    result: 'النتيجة',
    undoneBy: 'تراجع عنه',
  },
  values: {
    kind: {
      bulk: 'تغيير جماعي',
      import: 'استيراد',
      'import-check': 'فحص ملف',
      export: 'تصدير',
      'batch-export': 'تصدير دفعة',
      'patient-export': 'تصدير بيانات مريض',
      erasure: 'محو بيانات مريض',
      undo: 'تراجع عن تغيير',
    },
    status: { queued: 'في الطابور', running: 'جارٍ', done: 'تم', cancelled: 'أُلغيت', failed: 'فشل' },
  },
  actions: {
    cancel: { label: 'إلغاء' },
    undo: { label: 'تراجع' },
    wait: { label: 'ينتظر' },
    resume: { label: 'استؤنف' },
    'remove-file': { label: 'أُزيل الملف مع مريض مُحيت بياناته' },
  },
}
