import type { settings as english } from '#shared/refusals/settings.ts'

/** Refusals about the profiles of sites, in Arabic. */
export const settings: Readonly<Record<keyof typeof english, string>> = {
  PROFILE_PAST: 'لا يسري الملف قبل %{day}. ما مضى يبقى كما كان.',
  PROFILE_DAY: 'يسري إصدار آخر في %{day}. اختر يومًا آخر، أو اسحب ذلك الإصدار.',
  PROFILES_MANY: 'تنتظر %{limit} إصدارات سريانها. اسحب أحدها أولًا.',
  PROFILE_BUSY: 'عُدّل الموقع في اللحظة نفسها. لم يُنشر شيء؛ أعد المحاولة.',
  PROFILE_IN_FORCE: 'هذا الإصدار سارٍ أو كان ساريًا، فيبقى. انشر إصدارًا آخر بعده.',
  PROFILE_FIXED: 'هذا الإصدار منشور ويبقى كما هو. انسخه وعدّل النسخة.',
  PROFILE_KEPT: 'هذا الإصدار منشور، وقد تسير مهل وفقه، فيُحفظ.',
  NOTICE_AFTER_ANSWER: 'يجب أن يحل موعد خطاب التمديد قبل موعد الرد.',
  WINDOW_ORDER: 'يقع يوم مكالمة المتابعة بين أول يوم وآخر يوم لها. رتّب الأيام الثلاثة.',
  CONTACT_ORDER: 'تنتهي ساعات الاتصال بالمرضى قبل أن تبدأ. صحّح إحداهما.',
  LIMITS_ORDER: 'الحد ب لا يقل عن الحد أ، ولا يقل أي منهما عن الصفر.',
}
