import type { settlements as english } from '#shared/refusals/settlements.ts'

/** Refusals about settlement files, in Arabic. */
export const settlements: Readonly<Record<keyof typeof english, string>> = {
  FILE_PRICED: 'الملف مسعَّر. أعده قبل أن تتغير زيارته أو عضويته أو عقده.',
  FILE_KEPT: 'يُحفظ الملف بعد تسعيره أو إبطاله. لا يُحذف إلا ملف لم يسعّره أحد.',
  FILE_VERIFIED: 'الملف مدقَّق. أعده قبل أن يتغير فيه شيء.',
  REPORT_MISSING: 'التقرير الطبي ناقص. أرفقه لاستلام السجل.',
  DOCUMENTS_MISSING: 'المستندات غير مكتملة. الناقص: %{missing}.',
  CONTRACT_MISSING: 'تعذر العثور على عقد هذا الملف.',
  CONTRACT_NOT_VALID: 'العقد غير سارٍ في %{day}، يوم الخدمة.',
  COVERAGE_INACTIVE: 'العضوية لا تغطي %{day}، يوم الخدمة.',
  OTHER_PATIENT: 'العضوية لمريض غير صاحب الزيارة.',
  OTHER_PAYER: 'العقد مع جهة دافعة غير جهة العضوية.',
  OTHER_SITE: 'العقد لا يخص موقع هذه الزيارة.',
  EDITS_FAILED: '%{reasons} صحّح ذلك، أو اذكر لماذا هو صحيح.',
  DIAGNOSIS_MISSING: 'لا رمز تشخيص في الملف.',
  LINE_OUTSIDE: 'تاريخ السطر %{line} هو %{day}، وهو خارج مدة الزيارة.',
  LINES_INVALID: 'تعذر تسعير إحدى الخدمات: %{fields}.',
  TOTALS_CHANGED: 'تغيرت المبالغ منذ نظرت إليها. راجعها ثم دقّق.',
  SUBMISSION_LATE: 'كان يجب تقديمه قبل %{day}. اذكر لماذا يُعتمد مع ذلك.',
}
