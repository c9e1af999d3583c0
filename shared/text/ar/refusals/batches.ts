import type { batches as english } from '#shared/refusals/batches.ts'

/** Refusals about batches of settlement files, in Arabic. */
export const batches: Readonly<Record<keyof typeof english, string>> = {
  BATCH_KEPT: 'لا تُحذف إلا دفعة مفتوحة بلا ملفات. أبطلها بدلاً من ذلك.',
  BATCH_EMPTY: 'لا ملف في هذه الدفعة. أضف ملفًا قبل ختمها.',
  BATCH_FULL: 'تسع الدفعة لهذه الجهة %{limit} ملفًا. افتح دفعة أخرى للباقي.',
  BATCH_BROKEN: 'بعض ملفات هذه الدفعة ليست فيها. أبلغ مدير النظام.',
  BATCH_BUSY: 'يغيّر آخرون هذه الدفعة الآن. حاول مرة أخرى.',
  RECEIPT_NEEDED: 'أدخل رقم الإيصال أو مرجع البوابة دليلًا على التسليم.',
  FILES_UNFIT: 'لم يُضف شيء، لأن %{count} من %{total} من الملفات لا تناسب الدفعة. %{reasons}',
  FILE_UNFIT: '%{number}: %{reasons}',
  FILE_IN_BATCH: 'هو في دفعة أخرى من قبل.',
  FILE_NOT_APPROVED: 'حالته «%{state}»، ولا يدخل الدفعة إلا ملف معتمد.',
  FILE_OTHER_SITE: 'هو لموقع آخر.',
  FILE_OTHER_PAYER: 'هو لجهة دافعة أخرى.',
  FILE_OTHER_CARE: 'هو لنوع رعاية آخر.',
  FILE_OTHER_CURRENCY: 'هو بعملة أخرى.',
  FILE_NOTHING_DUE: 'لا يستحق فيه شيء على الجهة الدافعة.',
  EXPORT_DIFFERS: 'الملف المصدَّر يختلف عن الدفعة المختومة فلم يُحفظ: %{differences}.',
  EXPORT_SHORT: 'المريض أو العضوية في %{number} غير موجود.',
}
