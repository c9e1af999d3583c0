import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  currency,
  day,
  instant,
  integer,
  limits,
  list,
  reference,
  references,
  required,
  text,
} from '#shared/declaration/field.ts'
import { everyone } from '#shared/declaration/roles.ts'
import { classRuleFields, classRules } from '#shared/rules/settlements/classRule.ts'

/** One immutable version of the agreement with a payer: periods, limits and the rules of each class. */
export const Contract = entity({
  name: 'contract',
  resource: 'contracts',
  lambda: 'settlements',
  title: 'name',
  isAppendOnly: true,
  fields: {
    payerId: required(reference('payers')),
    name: required(text()),
    versionNo: required(integer(1, 10_000)),
    siteIds: required(references('sites')),
    validFrom: required(day()),
    validTo: day(),
    currency: required(currency()),
    submissionLimitDays: required(integer(1, 365)),
    settlementDueDays: required(integer(1, 365)),
    resubmissionLimitDays: required(integer(1, 365)),
    approvalTargetMin: required(integer(1, 1440)),
    approvalLegalMin: required(integer(1, 1440)),
    deemedApproval: boolean(),
    maxBatchFiles: required(integer(1, limits.list)),
    classRules: required({ ...list(classRuleFields), schema: classRules.max(200) }),
  },
  facts: { createdAt: instant() },
  columns: ['name', 'versionNo', 'payerId', 'validFrom', 'validTo', 'currency', 'maxBatchFiles', 'createdAt'],
  order: [['createdAt', 'DESC']],
  search: { fields: ['name'] },
  unique: [['payerId', 'versionNo']],
  access: {
    // Prices are no business of the wards.
    read: everyone.filter((role) => role !== 'clinician'),
    create: ['accounts-supervisor', 'services-manager', 'admin'],
    update: [],
    delete: [],
  },
  menu: { group: 'settlements', icon: 'scales' },
  example: {
    name: 'Gulf Shield 2026',
    versionNo: 1,
    siteIds: [],
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    currency: 'SAR',
    submissionLimitDays: 45,
    settlementDueDays: 45,
    resubmissionLimitDays: 22,
    approvalTargetMin: 30,
    approvalLegalMin: 60,
    maxBatchFiles: 200,
    classRules: [{ class: 'B', covered: true, discountBp: 1000, coinsuranceBp: 2000 }],
  },
})
export type Contract = RecordOf<typeof Contract>
