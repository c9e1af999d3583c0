import type { Batch } from '#shared/entities/batch.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule, Rules } from '#shared/rules/decision.ts'
import { voidByTwo } from './voidByTwo.ts'

/** Where the files of a batch stand once the batch is at a status; undefined where a batch leaves its files alone. */
export const fileStageAt: Readonly<Partial<Record<NonNullable<Batch['status']>, SettlementFile['stage']>>> = {
  delivered: 'delivered',
  acknowledged: 'acknowledged',
  voided: 'approved',
}

const seal: ActionRule = {
  decide: ({ record }) => {
    const { fileCount }: Partial<Batch> = record
    return fileCount ? { changes: { voidRequestedBy: null } } : refuse('BATCH_EMPTY')
  },
}

const deliver: ActionRule = {
  decide: ({ record, body, actor, now }) => {
    const batch: Partial<Batch> = record
    if (batch.approverIds?.includes(actor.userId)) return refuse('FOUR_EYES', { taken: 'approve' })
    const { channel, outcome, receiptNo } = body
    const attempts = [...(batch.attempts ?? []), { at: now, by: actor.userId, channel, outcome, receiptNo }]
    if (outcome === 'failed') return { isPending: true, changes: { attempts } }
    return receiptNo ? { changes: { attempts, voidRequestedBy: null } } : refuse('RECEIPT_NEEDED')
  },
}

/** Everything decided about a batch alone; its operations move the files with it. */
export const batchRules: Rules = {
  deletion: ({ status, fileCount }) => (status === 'open' && !fileCount ? undefined : refuse('BATCH_KEPT')),
  actions: { seal, deliver, void: { decide: ({ record, actor }) => voidByTwo(record, actor) } },
}

/** Why a file cannot go into a batch, or undefined when it fits. */
export function unfitFor(batch: Partial<Batch>, file: Partial<SettlementFile> | undefined): Refusal | undefined {
  if (!file) return refuse('NOT_FOUND')
  if (file.batchId) return refuse('FILE_IN_BATCH')
  if (file.stage !== 'approved') return refuse('FILE_NOT_APPROVED', { state: file.stage ?? 'opened' })
  if (file.siteId !== batch.siteId) return refuse('FILE_OTHER_SITE')
  if (file.payerId !== batch.payerId) return refuse('FILE_OTHER_PAYER')
  if (file.careType !== batch.careType) return refuse('FILE_OTHER_CARE')
  if (file.currency !== batch.currency) return refuse('FILE_OTHER_CURRENCY')
  return file.payerShareMinor ? undefined : refuse('FILE_NOTHING_DUE')
}
