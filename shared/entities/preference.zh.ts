/** Preferences in Chinese. */
export const preferences = {
  name: '界面偏好',
  fields: { userId: '用户', value: '所选内容' },
  actions: { keep: { label: '已选择' } },
}
