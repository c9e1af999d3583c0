import * as z from 'zod'
import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  choice,
  data,
  type Field,
  instant,
  integer,
  list,
  longText,
  money,
  reference,
  references,
  required,
  text,
} from '#shared/declaration/field.ts'
import { everyone } from '#shared/declaration/roles.ts'
import { batchTotals } from '#shared/rules/settlements/claim.ts'
import { careTypes } from './encounter.ts'

const month: Field<string> = {
  ...text(7),
  schema: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2026-11'),
}
const attempt = {
  at: required(instant()),
  by: required(reference('users')),
  channel: required(text(40)),
  outcome: required(choice(['delivered', 'failed'])),
  receiptNo: text(80),
}

/** Settlement files of one payer, site and care type, sealed and delivered together; sealed is immutable. */
export const Batch = entity({
  name: 'batch',
  resource: 'batches',
  context: 'settlements',
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
    status: choice(['open', 'sealed', 'delivered', 'acknowledged', 'partly-paid', 'settled', 'closed', 'voided']),
    createdAt: instant(),
    currency: text(3),
    fileCount: integer(),
    payerShareMinor: money(),
    totals: data(batchTotals),
    sha256: text(64),
    fileIds: references('settlement-files'),
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
        }),
      ),
    ),
  },
  initial: { status: 'open', fileCount: 0, payerShareMinor: 0 },
  sequence: { fact: 'number', prefix: 'B', digits: 4, per: ['siteId', 'payerId', 'month'] },
  copies: { payerName: ['payerId', 'name'], currency: ['siteId', 'currency'] },
  views: {
    all: { key: [], sort: 'createdAt', index: 1 },
    bySite: { key: ['siteId'], sort: 'createdAt', index: 2 },
    byStatus: { key: ['status'], sort: 'createdAt', index: 3 },
    byPayer: { key: ['payerId'], sort: 'createdAt', index: 4 },
  },
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
  access: { read: everyone, create: ['insurance-clerk'], update: [], delete: [] },
  actions: {
    add: {
      body: { fileIds: required(references('settlement-files')) },
      allow: ['insurance-clerk'],
      hasOperation: true,
    },
    remove: {
      body: { fileIds: required(references('settlement-files')) },
      allow: ['insurance-clerk'],
      hasOperation: true,
    },
    seal: { body: {}, allow: ['insurance-clerk'], hasOperation: true },
    deliver: {
      body: {
        channel: required(choice(['portal', 'courier', 'email', 'api'])),
        outcome: required(choice(['delivered', 'failed'])),
        receiptNo: text(80),
      },
      allow: ['delegate'],
      hasOperation: true,
    },
    acknowledge: { body: { reference: required(text(80)) }, allow: ['delegate'], hasOperation: true },
    void: {
      body: { reason: required(longText(1000)) },
      allow: ['accounts-supervisor', 'services-manager'],
      hasOperation: true,
    },
    export: {
      body: { format: required(choice(['csv', 'json'])) },
      allow: ['insurance-clerk', 'accounts-supervisor', 'services-manager', 'delegate'],
      hasOperation: true,
    },
  },
  example: { careType: 'out', month: '2026-11' },
})
export type Batch = RecordOf<typeof Batch>
