import { accessEntries } from './accessEntry.zh.ts'
import { accountabilityNotes } from './accountabilityNote.zh.ts'
import { batches } from './batch.zh.ts'
import { callLists } from './callList.zh.ts'
import { cases } from './case.zh.ts'
import { contracts } from './contract.zh.ts'
import { coverages } from './coverage.zh.ts'
import { deadLetters } from './deadLetter.zh.ts'
import { encounters } from './encounter.zh.ts'
import { followUps } from './followUp.zh.ts'
import { interactions } from './interaction.zh.ts'
import { invitations } from './invitation.zh.ts'
import { jobs } from './job.zh.ts'
import { ledgerEntries } from './ledgerEntry.zh.ts'
import { letters } from './letter.zh.ts'
import { messages } from './message.zh.ts'
import { notices } from './notice.zh.ts'
import { type CommonWords, resourcesOf } from './nounWords.ts'
import { offers } from './offer.zh.ts'
import { offerRules } from './offerRule.zh.ts'
import { patients } from './patient.zh.ts'
import { payers } from './payer.zh.ts'
import { preferences } from './preference.zh.ts'
import { promises } from './promise.zh.ts'
import { responses } from './response.zh.ts'
import { settlementFiles } from './settlementFile.zh.ts'
import { sites } from './site.zh.ts'
import { siteProfiles } from './siteProfile.zh.ts'
import { specialReports } from './specialReport.zh.ts'
import { statements } from './statement.zh.ts'
import { surveys } from './survey.zh.ts'
import { terms } from './term.zh.ts'
import { uploads } from './upload.zh.ts'
import { users } from './user.zh.ts'
import { views } from './view.zh.ts'

/** Labels and values that mean the same in several nouns; a noun's own file overrides them. In Chinese. */
const common: CommonWords = {
  fields: {
    siteId: '院区',
    patientId: '患者',
    name: '名称',
    type: '类型',
    channel: '渠道',
    currency: '币种',
    encounterId: '就诊',
    number: '编号',
    patientName: '患者',
    outcome: '结果',
    acknowledgedAt: '首次回应时间',
    responseId: '答卷',
    status: '状态',
    reason: '原因',
    caseId: '个案',
    phone: '电话',
    email: '电子邮箱',
    language: '语言',
    at: '时间',
    by: '操作人',
    createdAt: '创建时间',
    careType: '就医类型',
    serviceOn: '服务日期',
    dischargedOn: '出院日期',
    department: '科室',
    doctor: '医生',
    coverageId: '参保信息',
    diagnosisCodes: '诊断',
    code: '代码',
    languages: '语言',
    versionNo: '版本',
    surveyId: '问卷',
    sentAt: '发送时间',
    answers: '回答',
    comment: '意见',
    nameAr: '阿拉伯语名称',
    payerId: '支付方',
    siteIds: '院区',
    class: '等级',
    serviceCategory: '类别',
    deductibleMinor: '免赔额',
    coinsuranceMinor: '共付额',
    kind: '种类',
    sha256: '校验和',
    lines: '服务',
    quantity: '数量',
    grossMinor: '总额',
    discountMinor: '折扣',
    netMinor: '净额',
    payerShareMinor: '支付方支付',
    patientShareMinor: '患者支付',
    totals: '合计',
    deliveredBy: '送达人',
    voidRequestedBy: '作废申请人',
    attempts: '尝试次数',
    isActive: '启用',
    sunday: '星期日',
    monday: '星期一',
    tuesday: '星期二',
    wednesday: '星期三',
    thursday: '星期四',
    friday: '星期五',
    saturday: '星期六',
    from: '从',
    to: '至',
    intoId: '保留的记录',
    mergedId: '被合并的记录',
    mergedIntoId: '已合并至',
    mergedIds: '并入的记录',
    note: '备注',
  },
  values: {
    careType: { in: '住院', out: '门诊', emergency: '急诊', 'work-injury': '工伤' },
    class: { A: 'A', B: 'B', C: 'C', VIP: 'VIP' },
    language: {
      en: '英语',
      ar: '阿拉伯语',
      zh: '中文',
      it: '意大利语',
      lv: '拉脱维亚语',
      ur: '乌尔都语',
      hi: '印地语',
      fr: '法语',
    },
    languages: { en: '英语', ar: '阿拉伯语', zh: '中文', it: '意大利语', lv: '拉脱维亚语' },
  },
  actions: {
    create: { label: '已新建' },
    update: { label: '已更改' },
    delete: { label: '已删除' },
    restore: { label: '已恢复' },
    rename: { label: '患者姓名已更改' },
    merge: { label: '合并', why: '两条记录均保留变更历史，合并可以撤销。' },
    unmerge: { label: '撤销合并', why: '两条记录恢复各自独立，如同合并前。' },
    absorb: { label: '有记录并入此记录' },
    release: { label: '已移出并入的记录' },
    'erase-values': { label: '个人资料已抹除' },
  },
}

/** Every noun in Chinese, by resource. */
export const resources = resourcesOf(common, {
  cases,
  statements,
  offers,
  'offer-rules': offerRules,
  promises,
  interactions,
  'special-reports': specialReports,
  'accountability-notes': accountabilityNotes,
  letters,
  'follow-ups': followUps,
  'call-lists': callLists,
  'ledger-entries': ledgerEntries,
  patients,
  encounters,
  surveys,
  invitations,
  responses,
  'access-entries': accessEntries,
  payers,
  contracts,
  coverages,
  'settlement-files': settlementFiles,
  batches,
  sites,
  'site-profiles': siteProfiles,
  terms,
  users,
  messages,
  notices,
  jobs,
  'dead-letters': deadLetters,
  uploads,
  views,
  preferences,
})
