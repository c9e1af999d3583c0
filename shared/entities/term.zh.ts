/** Terms in Chinese. */
export const terms = {
  name: '词条',
  fields: {
    list: '列表',
    names: '名称',
    nameZh: '中文名称',
    nameIt: '意大利语名称',
    nameLv: '拉脱维亚语名称',
    position: '排列位置',
    isExcluded: '不参与问卷',
  },
  values: { list: { 'service-lines': '专科', subjects: '主题', departments: '科室' } },
}
