import * as z from 'zod'
import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  choice,
  currency,
  data,
  type Field,
  instant,
  integer,
  list,
  longText,
  loose,
  money,
  reference,
  references,
  required,
  text,
} from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { overseers, settlementStaff } from '#shared/declaration/roles.ts'
import { batchTotals } from '#shared/rules/settlements/claim.ts'
import { careTypes } from './choices.ts'
import { Payer } from './payer.ts'
import { Site } from './site.ts'

const month: Field<string> = {
  ...text(7),
  schema: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'NOT_A_MONTH'),
}
const attempt = {
  at: required(instant()),
  by: required(reference('users')),
  channel: required(text(40)),
  outcome: required(choice(['delivered', 'failed'])),
  receiptNo: text(80),
}

const life = lifecycle('status', {
  open: { next: 'seal' },
  sealed: { next: 'deliver' },
  delivered: { tone: 'done', next: 'acknowledge', isOver: true },
  acknowledged: { tone: 'done', isOver: true },
  'partly-paid': { tone: 'near', isOver: true },
  settled: { tone: 'done', isOver: true },
  closed: { tone: 'done', isOver: true },
  voided: { tone: 'past', isOver: true },
})

/** States of a batch that can no longer be changed. */
const sealedStates = ['sealed', 'delivered', 'acknowledged', 'partly-paid', 'settled', 'closed'] as const

/** Settlement files of one payer, site and care type, sealed and delivered together; sealed is immutable. */
export const Batch = entity({
  name: 'batch',
  resource: 'batches',
  lambda: 'settlements',
  title: 'number',
  site: 'siteId',
  fields: {
    siteId: required(reference('sites')),
    payerId: required(reference('payers')),
    careType: required(choice(careTypes)),
    month: required(month),
  },
  facts: {
    number: text(40),
    payerName: text(),
    createdAt: instant(),
    currency: currency(),
    fileCount: integer(),
    payerShareMinor: money(),
    totals: data(batchTotals),
    sha256: text(64),
    /** Each of them names its batch. */
    fileIds: loose(references('settlement-files')),
    sealedAt: instant(),
    sealedBy: reference('users'),
    approverIds: references('users'),
    attempts: list(attempt, 50),
    deliveredAt: instant(),
    deliveredBy: reference('users'),
    acknowledgedAt: instant(),
    reference: text(80),
    voidRequestedBy: reference('users'),
    exports: data(
      z.array(
        z.strictObject({
          format: z.string(),
          key: z.string(),
          sha256: z.string(),
          rows: z.int(),
          bytes: z.int(),
          at: z.string(),
          /** When it was removed, because a patient in it was erased. */
          removedAt: z.string().optional(),
        }),
      ),
    ),
  },
  lifecycle: life,
  initial: { fileCount: 0, payerShareMinor: 0 },
  sequence: { fact: 'number', prefix: 'B', digits: 4, per: ['siteId', 'payerId', 'month'] },
  copies: { payerName: copy('payerId', Payer, 'name'), currency: copy('siteId', Site, 'currency') },
  columns: [
    'number',
    'status',
    'payerName',
    'careType',
    'month',
    'fileCount',
    'payerShareMinor',
    'currency',
    'sealedAt',
    'createdAt',
    'siteId',
    'payerId',
  ],
  order: [['createdAt', 'DESC']],
  search: { fields: ['number', 'payerName', 'month'] },
  access: {
    read: [...settlementStaff, 'director', ...overseers],
    create: ['insurance-clerk', 'admin'],
    update: [],
    delete: ['admin'],
  },
  actions: {
    add: {
      from: ['open'],
      body: { fileIds: required(references('settlement-files')) },
      allow: ['insurance-clerk'],
      inParts: 'fileIds',
    },
    remove: {
      from: ['open'],
      body: { fileIds: required(references('settlement-files')) },
      allow: ['insurance-clerk'],
      inParts: 'fileIds',
    },
    seal: {
      from: ['open'],
      to: 'sealed',
      body: {},
      allow: ['insurance-clerk'],
      stamps: { at: 'sealedAt', by: 'sealedBy' },
    },
    deliver: {
      from: ['sealed'],
      to: 'delivered',
      stamps: { at: 'deliveredAt', by: 'deliveredBy' },
      body: {
        channel: required(choice(['portal', 'courier', 'email', 'api'])),
        outcome: required(choice(['delivered', 'failed'])),
        receiptNo: text(80),
      },
      allow: ['delegate'],
    },
    acknowledge: {
      from: ['delivered'],
      to: 'acknowledged',
      body: { reference: required(text(80)) },
      allow: ['delegate'],
      stamps: { at: 'acknowledgedAt' },
    },
    void: {
      from: ['open', 'sealed'],
      to: 'voided',
      body: { reason: required(longText(1000)) },
      allow: ['accounts-supervisor', 'services-manager'],
    },
    export: {
      from: sealedStates,
      body: { format: required(choice(['csv', 'xlsx', 'json'])) },
      allow: ['insurance-clerk', 'accounts-supervisor', 'services-manager', 'delegate'],
      hasOperation: true,
    },
  },
  menu: { group: 'settlements', icon: 'inventory' },
  example: { careType: 'out', month: '2026-11' },
})
export type Batch = RecordOf<typeof Batch>
