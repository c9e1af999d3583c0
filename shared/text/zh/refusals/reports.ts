import type { reports as english } from '#shared/refusals/reports.ts'

/** Refusals about special reports and letters, in Chinese. */
export const reports: Readonly<Record<keyof typeof english, string>> = {
  REPORT_PART_NEEDED: '报告尚未完整。请先填写“%{field}”部分。',
  REPORT_FIXED: '报告已提交，正文不能更改。主任可退回修改。',
  CASE_FIXED: '此内容属于其个案，不能移至其他个案。',
  NO_STATUTORY_LETTER: '此院区配置不要求法定答复函。书面说明属于例外，由主任批准。',
  LETTER_FIXED: '信函已提交，正文不能更改。请另写一封，或请主任不予批准后再改。',
  LETTER_TIME: '信函的发出时间须晚于批准时间，且不能晚于现在。请更正时间。',
  NOTE_ABOUT_SELF: '不能撰写关于本人的问责记录。须由另一位部门主管或主任撰写。',
  NOTE_FIXED: '问责记录不能更换个案或涉及人员。请另写一份。',
}
