import type { cases as english } from '#shared/refusals/cases.ts'

/** Refusals about cases, in Arabic. */
export const cases: Readonly<Record<keyof typeof english, string>> = {
  SEVERITY_NEEDED: 'حدد أولًا هل الحالة عادية أم كبرى.',
  DEMANDS_NEEDED: 'اكتب أولًا ما يطلبه المريض.',
  PATIENT_STATEMENT_NEEDED: 'لم نستمع إلى المريض بعد. خذ أقواله أولًا.',
  TEAM_STATEMENT_NEEDED: 'لم نستمع إلى الفريق بعد. خذ أقواله، أو ليذكر مدير الوحدة سبب تعذر ذلك.',
  REMEDY_NEEDED: 'قدّم عرضًا، أو اكتب لماذا لا يوجد ما يُعرض.',
  ACKNOWLEDGED_LATER: 'هذا وقت لم يأت بعد. اكتب متى سمع المريض منا.',
  ACKNOWLEDGED_EARLIER: 'وردت الحالة بعد ذلك، فلا يمكن الإشعار باستلامها قبل ورودها.',
  NO_LEGAL_GROUND: 'يتطلب المسار القانوني رسالة محامٍ، أو مطالبة بتعويض والخطأ ليس منا.',
  ALREADY_MAJOR: 'الحالة كبرى من قبل.',
  NOT_MAJOR: 'الحالة ليست كبرى، فلا يلزم إبلاغ المدير.',
  DIRECTOR_KNOWS: 'أُبلغ المدير بهذه الحالة من قبل.',
  DIRECTOR_FIRST: 'هذه حالة كبرى. يجب أن يعلم بها المدير قبل الرد عليها.',
  NO_LIMIT: 'لا تجري مهلة للرد، فلا شيء يُمدَّد.',
  NOTICE_TIME: 'يُرسل خطاب التمديد بعد استلام الحالة، لا في المستقبل. صحّح وقته.',
  EXTENSION_LATE: 'أُرسل خطاب التمديد بعد فوات موعد الرد، فتبقى المهلة كما هي.',
  EXTENSION_SHORT: 'ينتهي التمديد قبل موعد الرد أصلًا. اختر وقتًا لاحقًا.',
  EXTENSIONS_MANY: 'مُدد الرد %{limit} مرات من قبل، ولا يسمح الموقع بأكثر. أجب الآن.',
  EXTENSION_LONG: 'يسمح الموقع بتمديد لا يزيد على %{limit} يومًا. اختر وقتًا أبكر.',
  SITE_FIXED: 'تبقى الحالة لدى الموقع الذي استلمها.',
}
