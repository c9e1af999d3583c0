import * as z from 'zod'
import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  choice,
  data,
  instant,
  integer,
  personal,
  reference,
  required,
  text,
} from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { everyone, workers } from '#shared/declaration/roles.ts'

const life = lifecycle('status', {
  queued: { tone: 'near' },
  running: { tone: 'near' },
  done: { tone: 'done', isOver: true },
  cancelled: { tone: 'past', isOver: true },
  failed: { tone: 'past', isOver: true },
})

const refusal = z.strictObject({ rule: z.string(), parameters: z.record(z.string(), z.unknown()) })

const jobError = z.strictObject({
  /** The record; empty for a row that would have made one. */
  id: z.string(),
  /** Number of the row in the file. */
  row: z.int().optional(),
  refusal,
  /** Refusals by field, when fields of the record are at fault. */
  issues: z.record(z.string(), refusal).optional(),
  /** The sentence in English. */
  message: z.string(),
})
/** Why a job left a record or a row as it was. */
export type JobError = z.infer<typeof jobError>

/** Long work that survives a crash: a bulk change, an import, an export. Its maker and administrators see it. */
export const Job = entity({
  name: 'job',
  resource: 'jobs',
  lambda: 'system',
  title: 'kind',
  maker: 'createdBy',
  // What somebody searched for or changed may name a patient, so an erasure has to be able to take it away.
  subject: 'id',
  isTrace: true,
  fields: {
    kind: required(
      choice(['bulk', 'import', 'import-check', 'export', 'batch-export', 'patient-export', 'erasure', 'undo']),
    ),
    resource: required(text(40)),
  },
  facts: {
    isActive: boolean(),
    /** Since when it waits for a worker; absent once it has ended. */
    dueAt: instant(),
    createdAt: instant(),
    createdBy: reference('users'),
    finishedAt: instant(),
    request: personal(data(z.record(z.string(), z.unknown()))),
    done: integer(),
    total: integer(),
    failed: integer(),
    errors: data(z.array(jobError)),
    result: data(z.record(z.string(), z.unknown())),
    /** The job that took back what this one changed, or tried to. */
    undoneBy: reference('jobs'),
  },
  lifecycle: life,
  initial: { isActive: true, done: 0, failed: 0, total: 0 },
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
  order: [['createdAt', 'DESC']],
  due: { tick: 'jobs', at: 'dueAt' },
  access: { read: everyone, create: [], update: [], delete: [] },
  actions: {
    cancel: { body: {}, allow: everyone, hasOperation: true },
    undo: { body: {}, allow: workers, hasOperation: true },
  },
  menu: { group: 'settings', icon: 'hourglass' },
  example: { kind: 'bulk', resource: 'cases' },
})
export type Job = RecordOf<typeof Job>
