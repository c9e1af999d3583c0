import type { batches as english } from '#shared/refusals/batches.ts'

/** Refusals about batches of settlement files, in Chinese. */
export const batches: Readonly<Record<keyof typeof english, string>> = {
  BATCH_KEPT: '只能删除未封存且没有案卷的批次。请改为作废。',
  BATCH_EMPTY: '此批次没有案卷。封存前请至少加入一份。',
  BATCH_FULL: '此支付方的每个批次最多 %{limit} 份案卷。其余请另建批次。',
  BATCH_BROKEN: '此批次缺少部分案卷。请告知管理员。',
  BATCH_BUSY: '他人正在更改此批次。请重试。',
  RECEIPT_NEEDED: '请填写回执编号或门户网站参考号，作为送达证明。',
  FILES_UNFIT: '未加入任何案卷：%{total} 份中有 %{count} 份不符合条件。%{reasons}',
  FILE_UNFIT: '%{number}：%{reasons}',
  FILE_IN_BATCH: '已在其他批次中。',
  FILE_NOT_APPROVED: '状态为“%{state}”，只有已批准的案卷才能加入批次。',
  FILE_OTHER_SITE: '属于其他院区。',
  FILE_OTHER_PAYER: '属于其他支付方。',
  FILE_OTHER_CARE: '就医类型不同。',
  FILE_OTHER_CURRENCY: '币种不同。',
  FILE_NOTHING_DUE: '支付方无须为此付款。',
  EXPORT_DIFFERS: '文件与已封存的批次不一致，未予保存：%{differences}。',
  EXPORT_SHORT: '%{number} 缺少患者或参保信息。',
}
