import type { patients as english } from '#shared/refusals/patients.ts'

/** Refusals about what is held on a patient: kept by law, exported, or erased, in Chinese. */
export const patients: Readonly<Record<keyof typeof english, string>> = {
  PATIENT_ERASED: '此患者的资料已抹除，不能再添加或撤销。',
  ERASURE_RUNS: '此患者的资料正在抹除，不能对此记录进行其他操作。',
  ERASURE_STANDS: '抹除一经开始便不能停止。',
  ERASE_MERGED: '此记录已并入另一条记录。请抹除那条记录，此记录将一并抹除。',
  ON_HOLD: '此记录或并入的记录处于法律保留状态。请先解除法律保留。',
  ALREADY_HELD: '此记录已处于法律保留状态。',
  NOT_HELD: '此记录没有处于法律保留状态。',
  ERASE_OPEN_CASE: '此患者的个案 %{number} 尚未结案。请先结案。',
  ERASE_LIVE_FILE: '此患者的结算案卷 %{number} 仍在支付方办理途中。请先办结或作废。',
}
