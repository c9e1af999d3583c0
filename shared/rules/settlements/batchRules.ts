import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { Batch } from '#shared/entities/batch.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule, Rules } from '#shared/rules/decision.ts'
import { add, remove } from './batchContents.ts'
import { canonicalText, controlTotals } from './batchSeal.ts'
import { batchLinesOf } from './claimRows.ts'
import { voidByTwo } from './voidByTwo.ts'

/** Closes a batch for good with its control totals and the SHA-256 over its canonical rows, whatever their number. */
const seal: ActionRule = {
  needs: { files: { many: 'settlement-files', ids: ({ fileIds }: Partial<Batch>) => fileIds ?? [] } },
  decide: ({ record, related }) => {
    const { id, fileIds = [] }: AnyRecord & Partial<Batch> = record
    if (fileIds.length === 0) return refuse('BATCH_EMPTY')
    const files = related.files as readonly SettlementFile[] | undefined
    if (!files) return { changes: {} }
    const isWhole = files.every((file) => file.batchId === id && file.stage === 'batched')
    if (!isWhole || files.length < fileIds.length) return refuse('BATCH_BROKEN')
    const lines = files.flatMap(batchLinesOf)
    const approverIds = [...new Set(files.flatMap(({ approvedBy }) => approvedBy ?? []))]
    return {
      checksums: { sha256: canonicalText(lines) },
      changes: { totals: controlTotals(lines), approverIds, voidRequestedBy: null },
    }
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

/** Everything decided about a batch; files go in and out with it in one transaction, and follow it by its event afterwards. */
export const batchRules: Rules = {
  deletion: ({ status, fileCount }) => (status === 'open' && !fileCount ? undefined : refuse('BATCH_KEPT')),
  actions: { add, remove, seal, deliver, void: { decide: ({ record, actor }) => voidByTwo(record, actor) } },
}
