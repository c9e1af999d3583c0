import type { records as english } from '#shared/refusals/records.ts'

/** Refusals about a record and its state, in Chinese. */
export const records: Readonly<Record<keyof typeof english, string>> = {
  STATE: '%{noun}的状态为“%{state}”。此操作要求：%{needed}。',
  NO_SUCH_STEP: '%{noun}没有可这样执行的操作“%{name}”。',
  DELETED: '此记录已删除。更改前请先恢复。',
  STILL_NEEDED: '仍被以下记录使用：%{uses}。请先移走、关闭或删除。',
  NEEDED_BY: '%{count} 条%{noun}',
  NEEDED_BY_OPEN: '%{count} 条未结%{noun}',
  RESTORE_FIRST: '此记录所属的%{noun}已删除。请先恢复。',
  LAST_ADMINISTRATOR: '没有其他启用的管理员，此操作将无人能撤销。请先指定他人为管理员。',
  ERASED: '此患者的资料已抹除或正在抹除，不能再写入任何内容。',
  NOT_FOUND: '没有此记录，或它不属于您的院区。',
  STALE: '他人刚刚更改了此记录。对方的内容未被覆盖，请对照后决定。',
  MATCHES_NO_MORE: '他人刚刚更改了此记录，已不符合条件，保持不变。',
  COUNT_CHANGED: '现有 %{count} 条记录匹配，而不是 %{expected} 条。未作任何更改，请重新预览。',
}
