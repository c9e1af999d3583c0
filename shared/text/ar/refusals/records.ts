import type { records as english } from '#shared/refusals/records.ts'

/** Refusals about a record and its state, in Arabic. */
export const records: Readonly<Record<keyof typeof english, string>> = {
  STATE: '%{noun}: «%{state}» الآن. تحتاج هذه الخطوة: %{needed}.',
  NO_SUCH_STEP: 'لا خطوة باسم «%{name}» يمكن اتخاذها هكذا في %{noun}.',
  DELETED: 'هذا السجل محذوف. استعده قبل أن تغيّره.',
  ERASED: 'مُحيت بيانات هذا المريض أو يجري محوها الآن. لا يمكن كتابة شيء عنه بعد ذلك.',
  STILL_NEEDED: 'ما زال هذا السجل مطلوباً في: %{uses}. انقلها أو أغلقها أو احذفها أولاً.',
  NEEDED_BY: '%{noun} (%{count})',
  NEEDED_BY_OPEN: '%{noun} لم تنته بعد (%{count})',
  RESTORE_FIRST: 'حُذف ما يتبعه هذا السجل: %{noun}. استعده أولاً.',
  LAST_ADMINISTRATOR: 'لا يوجد مدير نظام آخر نشط، ولن يستطيع أحد التراجع عن هذا. عيّن شخصاً آخر مديراً للنظام أولاً.',
  NOT_FOUND: 'لا يوجد سجل كهذا، أو أنه ليس في أحد مواقعك.',
  STALE: 'غيّر شخص آخر هذا السجل في الوقت نفسه. لم يُستبدل شيء مما كتبه؛ قارن بين الاثنين ثم قرر.',
  MATCHES_NO_MORE: 'غيّر شخص آخر هذا السجل في أثناء ذلك فلم يعد مطابقًا. بقي كما هو.',
  COUNT_CHANGED: 'عدد السجلات المطابقة الآن %{count} وليس %{expected}. لم يتغير شيء؛ عاين مرة أخرى.',
}
