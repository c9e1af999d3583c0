import type { reports as english } from '#shared/refusals/reports.ts'

/** Refusals about special reports and letters, in Arabic. */
export const reports: Readonly<Record<keyof typeof english, string>> = {
  REPORT_PART_NEEDED: 'التقرير غير مكتمل. اكتب جزء «%{field}» أولًا.',
  REPORT_FIXED: 'قُدِّم التقرير، فيبقى نصه كما هو. يمكن للمدير إعادته لتعديله.',
  CASE_FIXED: 'هذا يتبع حالته ولا يُنقل إلى حالة أخرى.',
  NO_STATUTORY_LETTER: 'لا يتطلب ملف إعدادات هذا الموقع خطابًا نظاميًا. الإفادة المكتوبة استثناء يوافق عليه المدير.',
  LETTER_FIXED: 'قُدِّم الخطاب، فيبقى نصه كما هو. اكتب خطابًا جديدًا، أو ليُرفض هذا.',
  LETTER_TIME: 'يُرسل الخطاب بعد الموافقة عليه، لا في المستقبل. صحّح وقته.',
  NOTE_ABOUT_SELF: 'لا يكتب أحد عن مساءلته هو. ليكتبها مسؤول آخر.',
  NOTE_FIXED: 'تبقى الملاحظة مع حالتها ومع من كُتبت عنه. اكتب ملاحظة أخرى.',
}
