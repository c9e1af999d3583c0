import * as z from 'zod'
import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  choice,
  choices,
  currency,
  data,
  day,
  identifier,
  instant,
  integer,
  list,
  longText,
  money,
  personal,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { caseStaff, overseers, settlementStaff } from '#shared/declaration/roles.ts'
import { claimLines, fileTotals, mostLines, pricedClaimLine } from '#shared/rules/settlements/claim.ts'
import { balanceActions } from './balanceActions.ts'
import { careTypes, coverageClasses } from './choices.ts'
import { Contract } from './contract.ts'
import { Coverage } from './coverage.ts'
import { Encounter } from './encounter.ts'

export const documentKinds = ['medicalReport', 'invoice', 'approval', 'labResult', 'id'] as const
/** A document as it is kept; one without an upload was only noted, before files were sent. */
const document = {
  kind: required(choice(documentKinds)),
  file: required(text(120)),
  sha256: required(text(64)),
  type: text(60),
  bytes: integer(1, 1_000_000_000),
  uploadId: reference('uploads'),
}
/** Documents that a step attaches, each a file that was sent before. */
const attachments = list({ kind: required(choice(documentKinds)), uploadId: required(reference('uploads')) }, 40)
const reason = { reason: required(longText(1000)) }

/** Steps that different persons take: a person who took one on a version of a file takes no other on it. */
export const signedSteps = ['estimate', 'verify', 'approve'] as const

/** The two offices that void a file together. */
export const voidingOffices = ['accounts-supervisor', 'services-manager'] as const

const life = lifecycle('stage', {
  opened: { next: 'request-record' },
  'record-requested': { tone: 'near', next: 'receive-record' },
  'record-received': { next: 'estimate' },
  estimated: { next: 'verify' },
  verified: { next: 'approve' },
  approved: { tone: 'done', waitsFor: ['insurance-clerk'] },
  batched: {},
  delivered: { tone: 'done', isOver: true },
  acknowledged: { tone: 'done', isOver: true },
  adjudicated: { isOver: true },
  reconciled: { isOver: true },
  closed: { tone: 'done', isOver: true },
  returned: { tone: 'near', next: 'estimate' },
  void: { tone: 'past', isOver: true },
})

/** Stages before an accountant has priced the file, or after it was sent back. */
export const unpriced = ['opened', 'record-requested', 'record-received', 'returned'] as const

/** Stages in which the file is priced and not yet in a batch. */
export const priced = ['estimated', 'verified', 'approved'] as const

/** One insured encounter priced for reimbursement, carried through the chain by different people. */
export const SettlementFile = entity({
  name: 'settlement-file',
  resource: 'settlement-files',
  lambda: 'settlements',
  prefix: 'file',
  title: 'number',
  site: 'siteId',
  subject: 'patientId',
  fields: {
    encounterId: required(reference('encounters')),
    coverageId: required(reference('coverages')),
    contractId: required(reference('contracts')),
    diagnosisCodes: list({ code: required(text(12)) }, 12),
    physician: text(),
    approvalNo: personal(identifier(40)),
  },
  facts: {
    documents: personal(list(document, 40)),
    number: text(20),
    fileVersion: integer(1),
    siteId: reference('sites'),
    patientId: reference('patients'),
    patientName: personal(text()),
    payerId: reference('payers'),
    class: choice(coverageClasses),
    careType: choice(careTypes),
    serviceOn: day(),
    dischargedOn: day(),
    currency: currency(),
    contractVersion: integer(),
    openedAt: instant(),
    dueBy: day(),
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
    editReason: personal(text(1000)),
    verifiedBy: reference('users'),
    verifiedAt: instant(),
    approvedBy: reference('users'),
    approvedAt: instant(),
    overrideReason: personal(text(1000)),
    returnReason: personal(text(1000)),
    batchId: reference('batches'),
    deliveredBy: reference('users'),
    /** The payer's last word: the file was paid, or what it left open will never be. */
    payerAnswer: choice(['paid', 'denied-final'], { paid: 'done', 'denied-final': 'past' }),
    payerAnsweredOn: day(),
    payerReference: text(80),
    payerPaidMinor: money(),
    writtenOffMinor: money(),
    signedBy: data(z.array(z.strictObject({ step: z.enum(signedSteps), by: z.string() }))),
    voidRequestedBy: reference('users'),
    voidRequestedAs: choices(voidingOffices),
  },
  lifecycle: life,
  initial: { fileVersion: 1, isLive: true },
  sequence: { fact: 'number', prefix: 'TSW', digits: 6, per: ['year'] },
  copies: {
    siteId: copy('encounterId', Encounter, 'siteId'),
    patientId: copy('encounterId', Encounter, 'patientId'),
    patientName: copy('encounterId', Encounter, 'patientName'),
    careType: copy('encounterId', Encounter, 'careType'),
    serviceOn: copy('encounterId', Encounter, 'serviceOn'),
    dischargedOn: copy('encounterId', Encounter, 'dischargedOn'),
    payerId: copy('coverageId', Coverage, 'payerId'),
    class: copy('coverageId', Coverage, 'class'),
    currency: copy('contractId', Contract, 'currency'),
    contractVersion: copy('contractId', Contract, 'versionNo'),
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
    'encounterId',
    'coverageId',
    'payerAnswer',
  ],
  order: [['openedAt', 'DESC']],
  search: { fields: ['number', 'patientName'], through: 'patientId' },
  files: 'documents',
  unique: [['number'], ['encounterId', 'coverageId', 'isLive']],
  access: {
    read: [...caseStaff, ...settlementStaff, ...overseers],
    create: ['insurance-clerk', 'admin'],
    update: ['insurance-clerk', 'accountant', 'admin'],
    delete: ['admin'],
  },
  actions: {
    'request-record': {
      from: ['opened'],
      to: 'record-requested',
      body: {},
      allow: ['insurance-clerk'],
      stamps: { at: 'recordRequestedAt' },
    },
    'receive-record': {
      from: ['record-requested'],
      to: 'record-received',
      body: { documents: attachments },
      allow: ['insurance-clerk'],
      stamps: { at: 'recordReceivedAt', by: 'recordReceivedBy' },
    },
    'add-documents': {
      from: [...unpriced, 'estimated'],
      body: { documents: required(attachments) },
      allow: ['insurance-clerk', 'accountant'],
    },
    estimate: {
      from: ['record-received', ...priced, 'returned'],
      to: 'estimated',
      body: { lines: required(data(claimLines)), editReason: text(1000) },
      allow: ['accountant'],
      stamps: { at: 'estimatedAt', by: 'estimatedBy' },
    },
    verify: {
      from: ['estimated'],
      to: 'verified',
      body: { totalsHash: required(text(64)) },
      allow: ['accounts-supervisor'],
      stamps: { at: 'verifiedAt', by: 'verifiedBy' },
    },
    approve: {
      from: ['verified'],
      to: 'approved',
      body: { overrideReason: text(1000) },
      allow: ['services-manager'],
      stamps: { at: 'approvedAt', by: 'approvedBy' },
    },
    return: { from: priced, to: 'returned', body: reason, allow: ['accounts-supervisor', 'services-manager'] },
    void: { from: [...unpriced, ...priced], to: 'void', body: reason, allow: voidingOffices },
    // These follow from steps of the batch.
    batch: { from: ['approved'], to: 'batched', body: { batchId: required(reference('batches')) }, allow: [] },
    unbatch: { from: ['batched'], to: 'approved', body: {}, allow: [] },
    deliver: { from: ['batched'], to: 'delivered', body: {}, allow: [] },
    acknowledge: { from: ['batched', 'delivered'], to: 'acknowledged', body: {}, allow: [] },
    ...balanceActions,
  },
  menu: { group: 'settlements', icon: 'folder' },
  example: { diagnosisCodes: [{ code: 'L70.0' }], physician: 'Dr. Lina Aziz', approvalNo: 'APP-55120' },
})
export type SettlementFile = RecordOf<typeof SettlementFile>
