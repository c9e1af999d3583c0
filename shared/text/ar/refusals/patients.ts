import type { patients as english } from '#shared/refusals/patients.ts'

/** Refusals about what is held on a patient, in Arabic. */
export const patients: Readonly<Record<keyof typeof english, string>> = {
  PATIENT_ERASED: 'مُحيت بيانات هذا المريض. لا يمكن إضافة شيء ولا التراجع.',
  ERASURE_RUNS: 'يجري محو بيانات هذا المريض. لا يمكن فعل شيء آخر بالسجل.',
  ERASURE_STANDS: 'لا يمكن إيقاف المحو بعد أن بدأ.',
  ERASE_MERGED: 'دُمج هذا السجل في سجل آخر. امحُ ذلك السجل، فيُمحى هذا معه.',
  ON_HOLD: 'هذا السجل أو سجل مدموج فيه محفوظ بحجز قانوني. ارفع الحجز أولاً.',
  ALREADY_HELD: 'هذا السجل محفوظ بحجز قانوني من قبل.',
  NOT_HELD: 'لا حجز قانونيًا على هذا السجل.',
  ERASE_OPEN_CASE: 'الحالة %{number} لهذا المريض ما زالت مفتوحة. أغلقها أولاً.',
  ERASE_LIVE_FILE: 'ملف التسوية %{number} لهذا المريض ما زال في طريقه إلى الجهة الدافعة. أنهِه أو أبطله أولاً.',
}
