/** Labels of the figures of a profile in Chinese; a site keeps them of its newest versions. */
export const profileFigureLabels = {
  acknowledgementDays: '首次回应时限（工作日）',
  responseDays: '完整答复时限（天）',
  extensionNoticeDays: '延期函时限（天）',
  extensionMostDays: '每次延期上限（天）',
  extensionMostTimes: '每次答复的延期次数上限',
  directorToldMinutes: '告知主任时限（分钟）',
  handOverMinutes: '接手时限（分钟）',
  specialReportDays: '专项报告时限（工作日）',
  approvalDecisionMinutes: '补救方案审批时限（工作分钟）',
  followUpFirstDay: '回访最早第几天',
  followUpDay: '回访默认第几天',
  followUpLastDay: '回访最晚第几天',
  contactFrom: '联系患者开始时间',
  contactTo: '联系患者截止时间',
  limitAMinor: '限额 A：专员可提供至',
  limitBMinor: '限额 B：部门主管可提供至',
  hasStatutoryLetter: '法律要求书面答复函',
  retentionYears: '记录保存年限',
  validFrom: '生效日期',
}

/** Site profiles in Chinese. */
export const siteProfiles = {
  name: '院区配置',
  fields: {
    ...profileFigureLabels,
    followUpText: '回访询问内容',
    statutoryLetterText: '法定答复函正文',
    validTo: '有效期至',
    publishedAt: '发布时间',
    publishedBy: '发布人',
    newName: '新草稿名称',
  },
  values: { status: { draft: '草稿', published: '已发布', superseded: '已被取代' } },
  actions: {
    publish: {
      label: '发布',
      why: '自该日起开始的时限按此版本计时，已开始的时限按原规定计时。留空为今天。',
    },
    withdraw: { label: '收回', why: '此版本尚未生效，将恢复为草稿。' },
    copy: { label: '复制', why: '以此版本的内容新建草稿。' },
    'set-end': { label: '最后有效日' },
  },
}
