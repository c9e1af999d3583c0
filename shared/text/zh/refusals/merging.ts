import type { merging as english } from '#shared/refusals/merging.ts'

/** Refusals about records that are merged, in Chinese. */
export const merging: Readonly<Record<keyof typeof english, string>> = {
  MERGE_ITSELF: '记录不能与自身合并。请选择要保留的记录。',
  ALREADY_MERGED: '此记录已并入另一条记录。请先撤销合并。',
  NOT_MERGED: '此记录没有并入其他记录。',
  MERGE_INTO_MERGED: '另一条记录已并入第三条记录。请选择第三条记录。',
  MERGE_OTHER_SITE: '另一条记录属于其他院区。',
  MERGE_OTHER_PATIENT: '另一件个案属于其他患者。',
  MERGED_HOLD: '有其他记录并入此记录。删除前请先撤销合并。',
}
