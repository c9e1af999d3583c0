import { profileFigureLabels } from './siteProfile.zh.ts'

/** Sites in Chinese. */
export const sites = {
  name: '院区',
  fields: {
    ...profileFigureLabels,
    profiles: '配置版本',
    hasOlderProfiles: '有更早的版本',
    seenVersion: '已查看的版本',
    profileId: '配置版本',
    fromAt: '起算时间',
    timeZone: '时区',
    accent: '主题色',
    calendar: '工作时间',
    holidays: '节假日',
    on: '日期',
    digestAt: '下次逾期个案汇总',
    counts: '统计',
    ownerId: '负责人',
    count: '数量',
    isPart: '还有其他负责人',
  },
  actions: {
    'set-profiles': { label: '配置版本已设定' },
    digest: { label: '逾期个案汇总' },
  },
}
