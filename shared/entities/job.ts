import * as z from 'zod'
import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import { boolean, choice, data, instant, integer, reference, required, text } from '#shared/declaration/field.ts'
import { everyone } from '#shared/declaration/roles.ts'

/** Long work that survives a crash: a bulk change, an import, an export. Its maker and administrators see it. */
export const Job = entity({
  name: 'job',
  resource: 'jobs',
  context: 'system',
  title: 'kind',
  maker: 'createdBy',
  fields: {
    kind: required(choice(['bulk', 'import', 'import-check', 'export', 'batch-export'])),
    resource: required(text(40)),
  },
  facts: {
    status: choice(['queued', 'running', 'done', 'cancelled', 'failed']),
    isActive: boolean(),
    createdAt: instant(),
    createdBy: reference('users'),
    finishedAt: instant(),
    request: data(z.record(z.string(), z.unknown())),
    done: integer(),
    total: integer(),
    failed: integer(),
    errors: data(
      z.array(
        z.strictObject({ id: z.string(), row: z.int().optional(), message: z.string(), rule: z.string().optional() }),
      ),
    ),
    result: data(z.record(z.string(), z.unknown())),
  },
  initial: { status: 'queued', isActive: true, done: 0, failed: 0, total: 0 },
  views: {
    all: { key: [], sort: 'createdAt', index: 1 },
    byMaker: { key: ['createdBy'], sort: 'createdAt', index: 2, isNarrow: true },
    active: { key: ['isActive'], sort: 'createdAt', index: 3, isNarrow: true },
  },
  columns: [
    'isActive',
    'kind',
    'resource',
    'status',
    'createdAt',
    'createdBy',
    'finishedAt',
    'done',
    'failed',
    'total',
  ],
  access: { read: everyone, create: [], update: [], delete: [] },
  actions: { cancel: { body: {}, allow: everyone, hasOperation: true } },
  example: { kind: 'bulk', resource: 'cases' },
})
export type Job = RecordOf<typeof Job>
