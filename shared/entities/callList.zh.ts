/** Call lists in Chinese. */
export const callLists = {
  name: '回访名单',
  fields: {
    listOn: '日期',
    shares: '分配情况',
    userId: '回访人',
    calls: '回访',
    unassigned: '未分配',
    late: '逾期',
    summaryAt: '周汇总起始时间',
    summarisedAt: '周汇总时间',
    followUpId: '回访',
    callerId: '回访人',
    isKept: '沿用原回访人',
    isLate: '逾期',
    isLast: '目前为最后一份',
    week: '周',
    planned: '应完成',
    done: '已完成',
    inWindow: '按时',
    concerns: '有疑虑',
  },
  actions: {
    share: { label: '回访已分配' },
    'await-summary': { label: '等待本周结束' },
    summarise: { label: '周汇总已完成' },
  },
}
