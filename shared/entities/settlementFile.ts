import * as z from 'zod'
import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  choice,
  choices,
  data,
  day,
  instant,
  integer,
  list,
  longText,
  money,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { everyone } from '#shared/declaration/roles.ts'
import { claimLines, fileTotals, mostLines, pricedClaimLine } from '#shared/rules/settlements/claim.ts'
import { coverageClasses } from './coverage.ts'
import { careTypes } from './encounter.ts'

export const fileStages = [
  'opened',
  'record-requested',
  'record-received',
  'estimated',
  'verified',
  'approved',
  'batched',
  'delivered',
  'acknowledged',
  'adjudicated',
  'reconciled',
  'closed',
  'returned',
  'void',
] as const

export const documentKinds = ['medicalReport', 'invoice', 'approval', 'labResult', 'id'] as const
const document = {
  kind: required(choice(documentKinds)),
  file: required(text(120)),
  sha256: required(text(64)),
}
const reason = { reason: required(longText(1000)) }

/** The steps that four eyes keep apart: whoever took one on a version of a file takes no other on it. */
export const signedSteps = ['estimate', 'verify', 'approve'] as const

/** The two offices that void a file together. */
export const voidingOffices = ['accounts-supervisor', 'services-manager'] as const

/** One insured encounter priced for reimbursement, carried through the chain by different people. */
export const SettlementFile = entity({
  name: 'settlement-file',
  resource: 'settlement-files',
  context: 'settlements',
  prefix: 'file',
  title: 'number',
  site: 'siteId',
  fields: {
    encounterId: required(reference('encounters')),
    coverageId: required(reference('coverages')),
    contractId: required(reference('contracts')),
    diagnosisCodes: list({ code: required(text(12)) }, 12),
    physician: text(),
    approvalNo: text(40),
    documents: list(document, 40),
  },
  facts: {
    number: text(20),
    fileVersion: integer(1),
    siteId: reference('sites'),
    patientId: reference('patients'),
    patientName: text(),
    payerId: reference('payers'),
    class: choice(coverageClasses),
    careType: choice(careTypes),
    serviceOn: day(),
    dischargedOn: day(),
    currency: text(3),
    contractVersion: integer(),
    openedAt: instant(),
    dueBy: day(),
    stage: choice(fileStages),
    isLive: boolean(),
    holderId: reference('users'),
    lines: data(z.array(pricedClaimLine).max(mostLines)),
    totals: data(fileTotals),
    grossMinor: money(),
    payerShareMinor: money(),
    totalsHash: text(64),
    recordRequestedAt: instant(),
    recordReceivedAt: instant(),
    openedBy: reference('users'),
    recordReceivedBy: reference('users'),
    estimatedBy: reference('users'),
    estimatedAt: instant(),
    editReason: text(1000),
    verifiedBy: reference('users'),
    verifiedAt: instant(),
    approvedBy: reference('users'),
    approvedAt: instant(),
    overrideReason: text(1000),
    returnReason: text(1000),
    batchId: reference('batches'),
    deliveredBy: reference('users'),
    signedBy: data(z.array(z.strictObject({ step: z.enum(signedSteps), by: z.string() }))),
    voidRequestedBy: reference('users'),
    voidRequestedAs: choices(voidingOffices),
  },
  initial: { stage: 'opened', fileVersion: 1, isLive: true },
  sequence: { fact: 'number', prefix: 'TSW', digits: 6, per: ['year'] },
  copies: {
    siteId: ['encounterId', 'siteId'],
    patientId: ['encounterId', 'patientId'],
    patientName: ['encounterId', 'patientName'],
    careType: ['encounterId', 'careType'],
    serviceOn: ['encounterId', 'serviceOn'],
    dischargedOn: ['encounterId', 'dischargedOn'],
    payerId: ['coverageId', 'payerId'],
    class: ['coverageId', 'class'],
    currency: ['contractId', 'currency'],
    contractVersion: ['contractId', 'versionNo'],
  },
  views: {
    all: { key: [], sort: 'openedAt', index: 1 },
    bySite: { key: ['siteId'], sort: 'openedAt', index: 2 },
    byStage: { key: ['stage'], sort: 'openedAt', index: 3 },
    byPayerStage: { key: ['payerId', 'stage'], sort: 'openedAt', index: 4 },
    byPatient: { key: ['patientId'], sort: 'openedAt', index: 5, isNarrow: true },
    byBatch: { key: ['batchId'], sort: 'openedAt', index: 6, isNarrow: true },
  },
  columns: [
    'number',
    'stage',
    'patientName',
    'class',
    'careType',
    'serviceOn',
    'grossMinor',
    'payerShareMinor',
    'currency',
    'openedAt',
    'siteId',
    'payerId',
    'patientId',
    'batchId',
  ],
  unique: [['number'], ['encounterId', 'coverageId', 'isLive']],
  search: { exact: ['number'], through: 'patientId' },
  access: { read: everyone, create: ['insurance-clerk'], update: ['insurance-clerk', 'accountant'], delete: [] },
  actions: {
    'request-record': { body: {}, allow: ['insurance-clerk'] },
    'receive-record': { body: { documents: required(list(document, 40)) }, allow: ['insurance-clerk'] },
    estimate: { body: { lines: required(data(claimLines)), editReason: text(1000) }, allow: ['accountant'] },
    verify: { body: { totalsHash: required(text(64)) }, allow: ['accounts-supervisor'] },
    approve: { body: { overrideReason: text(1000) }, allow: ['services-manager'] },
    return: { body: reason, allow: ['accounts-supervisor', 'services-manager'] },
    void: { body: reason, allow: voidingOffices },
  },
  example: { diagnosisCodes: [{ code: 'L70.0' }], physician: 'Dr. Lina Aziz', approvalNo: 'APP-55120' },
})
export type SettlementFile = RecordOf<typeof SettlementFile>
