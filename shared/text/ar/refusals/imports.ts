import type { imports as english } from '#shared/refusals/imports.ts'

/** Refusals about files that are imported, in Arabic. */
export const imports: Readonly<Record<keyof typeof english, string>> = {
  SAME_ROW: 'الصف %{row} يخص السجل نفسه.',
  LONG_ROW: 'خلايا هذا الصف أكثر من أعمدة الملف.',
  ROW_LARGE: 'يبلغ الصف %{size} كيلوبايت، والحد %{limit}. اختصره: ملف الصفوف المرفوضة لا يعرض إلا بدايته.',
  CHECK_UNKNOWN: 'لا فحص منتهيًا لهذا الملف بهذه الأعمدة. افحص الملف من جديد.',
  CHECK_OUTDATED: 'تغيّر السجل بعد الفحص، فتُرك هذا الصف. افحص الملف من جديد.',
  FILE_EMPTY: 'لا صفوف في الملف تحت أسماء أعمدته.',
  FILE_WIDE: 'في الملف أكثر من %{limit} عمود.',
  FILE_LONG: 'في الملف أكثر من %{limit} صف. قسّمه.',
  FILE_BROKEN: 'في السطر %{line} علامة اقتباس زائدة أو ناقصة.',
  WORKBOOK_BROKEN: 'تعذرت قراءة المصنّف: هو تالف أو محمي بكلمة مرور. احفظه من جديد بصيغة XLSX أو CSV.',
  WORKBOOK_LARGE: 'في المصنّف بعد فكّه أكثر مما يسعه الاستيراد. أرسله أجزاء أو بصيغة CSV.',
  SHEET_HEAD: 'الصف الأول في الورقة فارغ. ضع فيه أسماء الأعمدة.',
  CELL_FAULT: 'تُظهر الخلية خطأ معادلة. صحّحه في المصنّف.',
  SITE_NEEDED: 'أضف عمودًا للموقع: به يُفهم الوقت والمبلغ.',
  MINOR_WHOLE:
    'يقبل العمود «%{column}» أعدادًا صحيحة بأصغر وحدة، مثل 145000 بدل 1450.00. سمّه بلا «Minor» للمبالغ ذات الكسور.',
  NUMBER_VAGUE: 'قد يكون «%{text}» أحد عددين. اكتبه بلا فاصل للآلاف.',
  SHEET_UNKNOWN: 'لا ورقة باسم «%{sheet}» في المصنّف. فيه: %{sheets}.',
  COLUMN_NONE: 'لا عمود يحمل اسم خانة. الممكن: %{fields}.',
  COLUMN_UNKNOWN: 'لا عمود في الملف باسم «%{column}».',
  COLUMN_TWICE: 'عمودان يخصان %{field}.',
  COLUMN_MISSING: 'السجل الجديد يحتاج %{fields}، ولا عمود لذلك.',
  FIELD_UNKNOWN: '«%{name}» ليست خانة.',
  KEY_NONE: 'لا عمود يدل على السجل الذي يخصه الصف. الممكن: %{keys}.',
  KEY_UNKNOWN: 'لا يمكن العثور على السجلات بذلك. الممكن: %{keys}.',
  KEY_MISSING: 'لا عمود في الملف من أجل %{key}.',
}
