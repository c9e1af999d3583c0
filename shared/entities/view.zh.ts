import { roleNames } from './user.zh.ts'

/** Views in Chinese. */
export const views = {
  name: '视图',
  fields: {
    list: '列表',
    definition: '显示内容',
    sharedWith: '共享给',
    defaultFor: '默认视图角色',
    userId: '创建人',
  },
  values: { sharedWith: roleNames, defaultFor: roleNames },
}
