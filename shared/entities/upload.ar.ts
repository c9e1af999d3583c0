/** Uploads in Arabic. */
export const uploads = {
  name: 'ملف مرفوع |||| ملفات مرفوعة',
  fields: {
    purpose: 'الغرض',
    name: 'اسم الملف',
    type: 'نوع الملف',
    bytes: 'بايت',
    sha256: 'المجموع الاختباري',
    createdBy: 'أرسله',
    usedFor: 'أُرفق بـ',
    usedAt: 'وقت الإرفاق',
    openedAt: 'آخر فتح',
    openedBy: 'آخر من فتحه',
  },
  values: {
    purpose: { document: 'مستند لسجل', import: 'استيراد إلى قائمة' },
    type: {
      'application/pdf': 'PDF',
      'image/jpeg': 'صورة JPEG',
      'image/png': 'صورة PNG',
      'text/csv': 'CSV',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
    },
    status: { expected: 'في الطريق', used: 'مرفق' },
  },
  actions: { use: { label: 'أُرفق' }, 'open-file': { label: 'فُتح' } },
}
