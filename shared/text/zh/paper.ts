import type { PaperText } from '../en/paper.ts'

/** What a file for people says besides its records, in Chinese. */
export const zh: PaperText = {
  everythingOnPatient: '患者的全部资料',
  yes: '是',
  no: '否',
  rows: (count) => `记录数：${count.toLocaleString('en-US')}`,
  asOf: (at, zone) => `截至 ${at}（${zone}）`,
}
