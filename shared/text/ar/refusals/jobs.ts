import type { jobs as english } from '#shared/refusals/jobs.ts'

/** Refusals about jobs, exports, uploads and kept files, in Arabic. */
export const jobs: Readonly<Record<keyof typeof english, string>> = {
  JOB_FINISHED: 'انتهى هذا العمل من قبل.',
  EXPORT_TOO_LONG: 'يسع ملف التصدير %{limit} صف على الأكثر. لم يُكتب شيء؛ ضيّق التصفية.',
  PAPER_WIDE: 'تسع الصفحة %{limit} عمودًا على الأكثر. اختر أعمدة أقل أو صدّر مصنّفًا.',
  EXPORT_BROKEN: 'لم يُقرأ الملف كما كُتب فلم يُحفظ. صدّر من جديد.',
  UPLOAD_LARGE: 'الملف أكبر من %{megabytes} ميغابايت. صغّره أو أرسله أجزاء.',
  UPLOAD_ABSENT: 'لم يصل أحد الملفات أو أُزيل بعد مرور يوم. اختره من جديد.',
  UPLOAD_USED: '«%{name}» مرفق من قبل. اختر ملفًا آخر.',
  UPLOAD_DIFFERS: 'لم يصل «%{name}» كما أُرسل. لم يُرفق شيء؛ اختره من جديد.',
  UPLOAD_TYPE: 'محتوى «%{name}» ليس من النوع الذي يدّعيه، أو ليس نوعًا يُقبل هنا. لم يُحفظ شيء.',
  FILE_OR_UPLOAD: 'أعطِ نص ملف، أو الرفع الذي جاء به، لا كليهما.',
  NOT_A_CHECKSUM: 'ليست هذه قيمة SHA-256 بالنظام الستعشري.',
  FILE_ABSENT: 'لا يحفظ هذا السجل ملفًا في هذا الموضع.',
  FILE_SCANNING: 'ما زال «%{name}» يُفحص بحثًا عن برامج ضارة. افتحه بعد دقيقة.',
  FILE_INFECTED: 'في «%{name}» برنامج ضار. يبقى مغلقًا؛ اطلب من المرسل نسخة سليمة.',
  FILE_UNSCANNED: 'تعذر فحص «%{name}» بحثًا عن برامج ضارة، لكلمة مرور مثلًا. يبقى مغلقًا؛ أرسله من جديد من دونها.',
  FILE_BUSY: 'يفتح الملفَ كثيرون في وقت واحد. أعد المحاولة.',
  CELL_LONG: 'في «%{name}» نص أطول مما تسعه خلية في مصنّف. استبعد العمود أو صدّر بصيغة CSV.',
}
