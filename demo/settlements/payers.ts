import { Contract } from '#shared/entities/contract.ts'
import { Payer } from '#shared/entities/payer.ts'
import type { ClassRule } from '#shared/rules/settlements/classRule.ts'
import { type DemoWriter, yearsOf } from '../demoWriter.ts'
import type { SiteCode, Sites } from '../sites.ts'

const payers = [
  {
    name: 'Gulf Shield Insurance',
    nameAr: 'درع الخليج للتأمين',
    type: 'insurer',
    licenceNo: 'INS-2041',
    vatNo: '300555010000003',
    deliveryMode: 'portal',
  },
  {
    name: 'Red Dunes Energy, staff health',
    nameAr: 'كثبان للطاقة – الرعاية الصحية للموظفين',
    type: 'employer',
    vatNo: '300555020000003',
    deliveryMode: 'courier',
  },
  {
    name: 'Public Servants Health Fund',
    nameAr: 'صندوق صحة موظفي الدولة',
    type: 'government',
    licenceNo: 'GOV-77',
    deliveryMode: 'api',
  },
  {
    name: 'Pearl Coast Claims',
    nameAr: 'ساحل اللؤلؤ لإدارة المطالبات',
    type: 'tpa',
    licenceNo: 'TPA-118',
    deliveryMode: 'email',
  },
] as const

const notCosmetic = (name: ClassRule['class']): ClassRule => ({
  class: name,
  serviceCategory: 'cosmetic',
  covered: false,
})

// Amounts are in halalas, those of the Kuwaiti contract in fils.
const commercial: ClassRule[] = [
  { class: 'VIP', covered: true, discountBp: 500 },
  {
    class: 'A',
    covered: true,
    discountBp: 1000,
    coinsuranceBp: 1000,
    coinsuranceCapMinor: 20_000,
    coinsuranceCapScope: 'encounter',
  },
  { class: 'A', serviceCategory: 'dental', covered: true, coinsuranceBp: 2000, categoryLimitMinor: 300_000 },
  notCosmetic('A'),
  {
    class: 'B',
    covered: true,
    discountBp: 1000,
    coinsuranceBp: 2000,
    coinsuranceCapMinor: 30_000,
    coinsuranceCapScope: 'encounter',
    deductibleMinor: 5_000,
    deductibleScope: 'encounter',
  },
  { class: 'B', serviceCategory: 'pharmacy', covered: true, discountBp: 0, categoryLimitMinor: 40_000 },
  { class: 'B', serviceCategory: 'dental', covered: true, coinsuranceBp: 3000, categoryLimitMinor: 150_000 },
  { class: 'B', serviceCode: 'MRI-KNEE', covered: true, requiresApproval: 'always' },
  notCosmetic('B'),
  {
    class: 'C',
    covered: true,
    discountBp: 1500,
    coinsuranceBp: 2500,
    deductibleMinor: 10_000,
    deductibleScope: 'encounter',
    annualLimitMinor: 2_500_000,
    requiresApproval: 'above',
    approvalThresholdMinor: 50_000,
  },
  { class: 'C', serviceCategory: 'dental', covered: false },
  { class: 'C', serviceCategory: 'pharmacy', covered: true, coinsuranceBp: 2000, categoryLimitMinor: 25_000 },
  notCosmetic('C'),
]

const employer: ClassRule[] = (['VIP', 'A', 'B', 'C'] as const).flatMap((name, step) => [
  { class: name, covered: true, discountBp: 1250, coinsuranceBp: step * 500 },
  notCosmetic(name),
])

const government: ClassRule[] = (['A', 'B', 'C'] as const).flatMap((name) => [
  { class: name, covered: true, discountBp: 2000 },
  { class: name, serviceCategory: 'pharmacy', covered: true, discountBp: 500 },
  notCosmetic(name),
])

const kuwaiti: ClassRule[] = (['A', 'B', 'C'] as const).flatMap((name, step) => [
  {
    class: name,
    covered: true,
    discountBp: 1000,
    coinsuranceBp: 1000 + step * 500,
    deductibleMinor: step * 2_500,
    deductibleScope: 'encounter',
  } as const,
  { class: name, serviceCategory: 'dental', covered: true, coinsuranceBp: 2000, categoryLimitMinor: 250_000 },
  notCosmetic(name),
])

const agreements = [
  { rules: commercial, sites: ['PALM', 'CORAL'], currency: 'SAR', maxBatchFiles: 200 },
  { rules: employer, sites: ['PALM', 'CORAL'], currency: 'SAR', maxBatchFiles: 150 },
  { rules: government, sites: ['PALM', 'CORAL'], currency: 'SAR', maxBatchFiles: 200 },
  { rules: kuwaiti, sites: ['HARB'], currency: 'KWD', maxBatchFiles: 100 },
] as const

/** A payer, the contract in force and the codes of its sites. */
export interface PayerAgreement {
  readonly payer: Payer
  readonly contract: Contract
  readonly sites: readonly SiteCode[]
}

/** Creates four payers and their contracts, which are in force for the whole demo. */
export async function createContracts(writer: DemoWriter, sites: Sites): Promise<PayerAgreement[]> {
  const random = writer.random('payers')
  const at = writer.daysAgo(700)
  const planned = payers.map((body) => writer.create(Payer, body, { at, id: random.id(Payer, at) }))
  const written = await writer.writeAs(Payer, await Promise.all(planned))
  const { first, last } = yearsOf(writer)
  const signedAt = writer.daysAgo(600)
  const contracts = agreements.map(({ rules, sites: codes, currency, maxBatchFiles }, index) =>
    writer.create(
      Contract,
      {
        payerId: written[index]?.id,
        name: `${payers[index]?.name.split(',')[0]} ${last}`,
        versionNo: 1,
        siteIds: codes.map((code) => sites[code].id),
        validFrom: `${first}-01-01`,
        validTo: `${last}-12-31`,
        currency,
        submissionLimitDays: 45,
        settlementDueDays: 45,
        resubmissionLimitDays: 22,
        approvalTargetMin: 30,
        approvalLegalMin: 60,
        deemedApproval: index === 0,
        maxBatchFiles,
        classRules: rules,
      },
      { at: signedAt, id: random.id(Contract, signedAt) },
    ),
  )
  const signed = await writer.writeAs(Contract, await Promise.all(contracts))
  return written.flatMap((payer, index) => {
    const [contract, codes] = [signed[index], agreements[index]?.sites]
    return contract && codes ? [{ payer, contract, sites: codes }] : []
  })
}
