import type { persons as english } from '#shared/refusals/persons.ts'

/** Refusals about who may do something, and who stands in for whom, in Arabic. */
export const persons: Readonly<Record<keyof typeof english, string>> = {
  SIGN_IN: 'سجّل الدخول أولًا.',
  SESSION_ENDED: 'انتهت هذه الجلسة. سجّل الدخول من جديد.',
  ROLE: 'دورك لا يشمل هذا.',
  FIELD_ROLE: 'دورك لا يسمح بتغيير %{field}.',
  FOREIGN_SITE: 'هذا الموقع ليس من مواقعك.',
  NO_USER: 'حسابك غير مفعّل هنا. اسأل مدير النظام.',
  FOUR_EYES: 'أنت من اتخذ الخطوة «%{taken}». يجب أن يتخذ هذه الخطوة شخص آخر.',
  LEAD_DECIDES: 'لا يقرر دون أقوال الفريق إلا مدير الوحدة.',
  LEAD_CLOSES: 'لا يغلق الحالة الكبرى إلا مدير الوحدة أو المدير.',
  SECOND_PERSON_CLOSES: 'أنت من اتخذ كل خطوات هذه الحالة، وقد جرى التنازل عن مال. يجب أن يغلقها شخص آخر.',
  VOID_OFFICES: 'يُبطل الملفَّ شخصان معًا: مشرف الحسابات ومدير الخدمات.',
  TEAM_SIDE_ONLY: 'الممارس الصحي يدلي بأقوال الفريق؛ أما أقوال المريض فتأخذها علاقات المرضى.',
  OWN_ONLY: 'يختار هذا الشخص نفسه أو مدير النظام فقط.',
  NOT_ADDRESSEE: 'يحدد الإشعار كمقروء من وُجّه إليه فقط.',
  DEPUTY_SELF: 'لا يكون أحد نائبًا عن نفسه. اختر شخصًا آخر.',
  DEPUTY_INACTIVE: 'لم يعد النائب يعمل هنا. اختر شخصًا آخر.',
  AWAY_ORDER: 'ينتهي الغياب قبل أن يبدأ. صحح أحد اليومين.',
}
