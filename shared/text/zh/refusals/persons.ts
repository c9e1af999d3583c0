import type { persons as english } from '#shared/refusals/persons.ts'

/** Refusals about who may do something, and who stands in for whom, in Chinese. */
export const persons: Readonly<Record<keyof typeof english, string>> = {
  SIGN_IN: '请先登录。',
  SESSION_ENDED: '此会话已结束，请重新登录。',
  ROLE: '您的角色无权执行此操作。',
  FIELD_ROLE: '您的角色不能更改%{field}。',
  FOREIGN_SITE: '您不属于该院区。',
  NO_USER: '您的账户在此未启用。请联系管理员。',
  FOUR_EYES: '“%{taken}”由您本人执行，此步骤须由他人执行。',
  LEAD_DECIDES: '只有部门主管可以在没有团队陈述时作出决定。',
  LEAD_CLOSES: '重大个案由部门主管或主任结案。',
  SECOND_PERSON_CLOSES: '此个案的每一步均由您执行，且有让步金额，须由他人结案。',
  VOID_OFFICES: '案卷须由财务主管和服务经理共同作废。',
  TEAM_SIDE_ONLY: '医护人员提供团队陈述，患者陈述由患者关系部门记录。',
  OWN_ONLY: '只有本人或管理员可以选择此项。',
  NOT_ADDRESSEE: '只有接收人可以将通知标为已读。',
  DEPUTY_SELF: '不能由本人担任自己的代理人。请选择他人。',
  DEPUTY_INACTIVE: '该代理人已不在此工作。请选择他人。',
  AWAY_ORDER: '不在岗截止早于开始。请更正其中一个日期。',
}
