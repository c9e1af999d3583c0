import type { merging as english } from '#shared/refusals/merging.ts'

/** Refusals about records that are merged, in Arabic. */
export const merging: Readonly<Record<keyof typeof english, string>> = {
  MERGE_ITSELF: 'لا يُدمج السجل في نفسه. اختر السجل الباقي.',
  ALREADY_MERGED: 'دُمج هذا السجل في سجل آخر من قبل. ألغِ ذلك أولاً.',
  NOT_MERGED: 'هذا السجل غير مدموج في سجل آخر.',
  MERGE_INTO_MERGED: 'السجل الآخر نفسه مدموج في سجل ثالث. اختر ذلك السجل.',
  MERGE_OTHER_SITE: 'السجل الآخر تابع لموقع آخر.',
  MERGE_OTHER_PATIENT: 'الحالة الأخرى لمريض آخر.',
  MERGED_HOLD: 'دُمجت سجلات أخرى في هذا السجل. ألغِ دمجها قبل حذفه.',
}
