import type { promises as english } from '#shared/refusals/promises.ts'

/** Refusals about promises and conversations, in Chinese. */
export const promises: Readonly<Record<keyof typeof english, string>> = {
  PROMISE_PAST: '该时间已过。请填写将来的履行期限。',
  PROMISE_FAR: '期限在三年之后。请承诺更早能做到的事。',
  PROMISE_OTHER_CONTACT: '该沟通的对象是其他患者。请选择与此个案患者的沟通。',
  CONTACT_LATER: '该时间晚于现在。请在沟通之后再记录。',
  BOUNDARY_LATER: '行为界限自划定时起有效，不能晚于现在。请更正时间。',
  CONTACT_OTHER_PATIENT: '此个案属于其他患者。请选择该患者的个案。',
  CORRECTION_OTHER: '要更正的内容属于其他个案或患者。请在那里填写更正。',
  LEAD_NEEDED: '重大个案须由部门主管或主任全程在场。请在相应字段填写其姓名。',
  LEAD_ROLE: '全程在场的人员须是此院区的部门主管或主任。请填写他人。',
  DOCTOR_NEEDED: '此事涉及手术问题，个案中列明的医生须参加。请填写在场的医生。',
  DOCTOR_ROLE: '参加的医生须是医护人员。请填写他人。',
  DOCTOR_OTHER: '个案中未列明此医生。请将其加入相关医护人员，或填写他人。',
  ESCORT_NEEDED: '医护人员不得单独会见患者。请填写全程在场的专员。',
  ESCORT_ROLE: '陪同医护人员的须是此院区的专员或更高职位。请填写他人。',
  ESCORT_SAME: '不能由本人陪同自己。请填写陪同医生的专员。',
}
