import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { Batch } from '#shared/entities/batch.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import {
  type ActionRule,
  type Decision,
  notNow,
  notYou,
  type Refusal,
  type Rules,
  type Situation,
} from '#shared/rules/decision.ts'
import { voided } from './twoPersons.ts'

type BatchStatus = NonNullable<Batch['status']>
type BatchSituation = Situation & { record: AnyRecord & Partial<Batch> }
type FileStage = NonNullable<SettlementFile['stage']>

const sealedOn: readonly BatchStatus[] = ['sealed', 'delivered', 'acknowledged', 'partly-paid', 'settled', 'closed']

/** From which states each step of a batch may be taken (spec: settlements, batches); sealed is immutable. */
export const batchStepsFrom: Readonly<Record<string, readonly BatchStatus[]>> = {
  add: ['open'],
  remove: ['open'],
  seal: ['open'],
  deliver: ['sealed'],
  acknowledge: ['delivered'],
  void: ['open', 'sealed'],
  export: sealedOn,
}

/** Where the files of a batch stand once the batch is at a status; undefined where a batch leaves its files alone. */
export const fileStageAt: Readonly<Partial<Record<BatchStatus, FileStage>>> = {
  delivered: 'delivered',
  acknowledged: 'acknowledged',
  voided: 'approved',
}

const step = (name: string, decide: (situation: BatchSituation) => Decision | Refusal): ActionRule => {
  const from = batchStepsFrom[name] ?? []
  return {
    decide: (situation) => {
      const record: AnyRecord & Partial<Batch> = situation.record
      const status = record.status ?? 'open'
      if (from.includes(status)) return decide({ ...situation, record })
      return notNow('BATCH_STATE', `The batch is ${status}. This step needs a batch that is ${from.join(' or ')}.`)
    },
  }
}

const unchanged = (): Decision => ({ changes: {} })

const seal = step('seal', ({ record, actor, now }) =>
  record.fileCount
    ? { changes: { status: 'sealed', sealedAt: now, sealedBy: actor.userId, voidRequestedBy: null } }
    : notNow('BATCH_EMPTY', 'There is no file in this batch. Add one before it is sealed.'),
)

const deliver = step('deliver', ({ record, body, actor, now }) => {
  if (record.approverIds?.includes(actor.userId))
    return notYou('FOUR_EYES', 'You approved a file of this batch yourself; another person must deliver it.')
  const { channel, outcome, receiptNo } = body
  const attempts = [...(record.attempts ?? []), { at: now, by: actor.userId, channel, outcome, receiptNo }]
  if (outcome === 'failed') return { changes: { attempts } }
  if (!receiptNo)
    return notNow('RECEIPT_NEEDED', 'Give the receipt number or the portal’s reference as proof of delivery.')
  return {
    changes: { attempts, status: 'delivered', deliveredAt: now, deliveredBy: actor.userId, voidRequestedBy: null },
  }
})

const acknowledge = step('acknowledge', ({ body, now }) => ({
  changes: { status: 'acknowledged', acknowledgedAt: now, reference: body.reference },
}))

const voidBatch = step('void', ({ record, body, actor }) =>
  voided(record, {
    actor,
    reason: typeof body.reason === 'string' ? body.reason : undefined,
    done: { status: 'voided' },
  }),
)

/** Everything decided about a batch alone; its operations move the files with it. */
export const batchRules: Rules = {
  actions: {
    add: step('add', unchanged),
    remove: step('remove', unchanged),
    seal,
    deliver,
    acknowledge,
    void: voidBatch,
    export: step('export', unchanged),
  },
}

/** Why a file cannot go into a batch, as a sentence, or undefined when it fits. */
export function unfitFor(batch: Partial<Batch>, file: Partial<SettlementFile> | undefined): string | undefined {
  if (!file) return 'There is no such file, or it is not one of your sites.'
  if (file.batchId) return 'It is already in another batch.'
  if (file.stage !== 'approved')
    return `It is ${file.stage?.replace('-', ' ')}; only an approved file goes into a batch.`
  if (file.siteId !== batch.siteId) return 'It is of another site.'
  if (file.payerId !== batch.payerId) return 'It is for another payer.'
  if (file.careType !== batch.careType) return 'It is of another kind of care.'
  if (file.currency !== batch.currency) return 'It is in another currency.'
  return file.payerShareMinor ? undefined : 'The payer owes nothing on it.'
}
