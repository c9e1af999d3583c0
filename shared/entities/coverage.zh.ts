/** Memberships in Chinese. */
export const coverages = {
  name: '参保信息',
  fields: {
    sponsor: '投保单位',
    policyNo: '保单号',
    memberNo: '参保号',
    effectiveFrom: '生效日期',
    effectiveTo: '有效期至',
    eligibilityCheckedAt: '资格核验时间',
    used: '已用额度',
    categoryMinor: '按类别',
    annualMinor: '本年度',
  },
}
