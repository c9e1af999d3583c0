import type { followUps as english } from '#shared/refusals/followUps.ts'

/** Refusals about follow-ups, in Chinese. */
export const followUps: Readonly<Record<keyof typeof english, string>> = {
  WINDOW_ORDER: '回访的截止时间须晚于开始时间。请选择更晚的截止时间。',
  FOLLOW_UP_PATIENT_FIXED: '回访不能更换患者。请取消此回访并另行安排。',
  VISIT_FIXED: '家访须经同意而电话不须，两者不能互换。请另行安排回访。',
  FOLLOW_UP_OVER: '此回访已结束，不能再更改安排。请另行安排。',
  CASE_OF_OTHER: '此个案属于其他患者。请选择该患者的个案。',
  VISIT_OF_OTHER: '此就诊属于其他患者。请选择该患者的就诊。',
  CALL_TIME_PAST: '该时间已过。请选择将来的时间。',
  OUTSIDE_CONTACT_HOURS: '院区在该时间不联系患者。请选择联系时段内的时间。',
  OUTSIDE_WINDOW: '该时间不在回访日期范围内。请选择范围内的时间，或先更改日期。',
  LISTED_ALREADY: '此回访现在无须拨打：已列入名单，或安排在之后的日期。',
  NO_CONSENT_NEEDED: '只有家访须经患者同意。',
  CONSENT_NEEDED: '患者尚未同意家访。请先致电、记录通话，并登记患者的答复。',
  CONSENT_CALL_NEEDED: '家访须在电话中征得同意。请选择取得同意的通话。',
  CONSENT_OF_OTHER: '该通话的对象是其他患者。请选择与该患者的通话。',
  VISIT_TO_COME: '约定时间未到。请在家访后记录情况。',
  SURVEY_FIRST: '问题尚未回答。请先在电话中记录回答。',
  OUTCOME_OTHER_KIND: '此类回访没有该结果。请选择：%{possible}。',
  CONCERNS_NEEDED: '请记录患者所述，以便他人据此处理。',
  NO_MARKETING_CONSENT: '患者未同意接收其他服务的信息。请勿填写感兴趣的服务。',
  INTEREST_IN_OPEN_CASE: '患者有未结个案，目前不宜推荐服务。请勿填写感兴趣的服务。',
  WEEK_WRONG: '请填写周次，如 2026-W48。',
}
