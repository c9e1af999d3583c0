import type { settlements as english } from '#shared/refusals/settlements.ts'

/** Refusals about settlement files, in Chinese. */
export const settlements: Readonly<Record<keyof typeof english, string>> = {
  FILE_PRICED: '案卷已计价。更改就诊、参保信息或合同前，请先退回。',
  FILE_KEPT: '已计价或已作废的案卷须予保留。只有未计价的案卷可以删除。',
  FILE_VERIFIED: '案卷已核验。更改任何内容前，请先退回。',
  REPORT_MISSING: '缺少医疗报告。接收病历前请先附上。',
  DOCUMENTS_MISSING: '文件不齐全。缺少：%{missing}。',
  CONTRACT_MISSING: '找不到此案卷的合同。',
  CONTRACT_NOT_VALID: '合同在服务日期 %{day} 无效。',
  COVERAGE_INACTIVE: '参保信息不涵盖服务日期 %{day}。',
  OTHER_PATIENT: '参保信息与就诊不属于同一患者。',
  OTHER_PAYER: '合同与参保信息不属于同一支付方。',
  OTHER_SITE: '合同不适用于此就诊的院区。',
  EDITS_FAILED: '%{reasons}请更正，或说明无误的理由。',
  DIAGNOSIS_MISSING: '案卷没有诊断代码。',
  LINE_OUTSIDE: '第 %{line} 项的日期为 %{day}，不在就诊期间内。',
  LINES_INVALID: '有服务无法计价：%{fields}。',
  TOTALS_CHANGED: '您查看后金额已有变化。请重新查看，再核验。',
  SUBMISSION_LATE: '应于 %{day} 前提交。请说明仍予批准的原因。',
}
