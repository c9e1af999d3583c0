import type { settings as english } from '#shared/refusals/settings.ts'

/** Refusals about the profiles of sites, in Chinese. */
export const settings: Readonly<Record<keyof typeof english, string>> = {
  PROFILE_PAST: '院区配置最早于 %{day} 生效。过去的事项保持不变。',
  PROFILE_DAY: '另一版本于 %{day} 生效。请选择其他日期，或收回该版本。',
  PROFILES_MANY: '已有 %{limit} 个版本待生效。请先收回其中一个。',
  PROFILE_BUSY: '他人同时更改了院区。未发布任何内容，请重试。',
  PROFILE_IN_FORCE: '此版本正在生效或曾经生效，须予保留。请另行发布后续版本。',
  PROFILE_FIXED: '此版本已发布，不能更改。请复制后更改副本。',
  PROFILE_KEPT: '此版本已发布，可能已有时限据此计时，须予保留。',
  NOTICE_AFTER_ANSWER: '延期函的时限须早于答复的时限。',
  FOLLOW_UP_DAYS: '回访须在最早与最晚日期之间。请按顺序填写三个日期。',
  CONTACT_ORDER: '联系患者的截止时间早于开始时间。请更正其中之一。',
  LIMITS_ORDER: '限额 B 不得低于限额 A，且均不能为负数。',
  CHOICE_OWN: '这是他人的偏好，只能由本人设置。',
  CHOICE_LARGE: '内容过多，无法保存。请减少所选。',
  VIEW_OWN: '只有创建人可以更改此视图，共享视图也可由管理员更改。请另存为您自己的视图。',
  VIEW_PERSON: '视图不保存搜索词和涉及个人身份的筛选。请移除这些筛选。',
  VIEW_ROLE: '您只能将视图共享给您拥有的角色。部门主管可共享给任何角色。',
  VIEW_DEFAULT_SHARED: '只有共享给某角色的视图，才能设为该角色的默认视图。请先共享。',
  VIEW_DEFAULT_ROLE: '列表的默认视图由部门主管、主任或管理员选择。',
}
