import type { Batch } from '#shared/entities/batch.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule, Need } from '#shared/rules/decision.ts'

type BatchStatus = NonNullable<Batch['status']>

/** The step by which the files of a batch follow it to a status; none where a batch leaves its files alone. */
export const fileStepAt = {
  delivered: 'deliver',
  acknowledged: 'acknowledge',
  voided: 'unbatch',
} as const satisfies Partial<Record<BatchStatus, string>>

const delivered: readonly BatchStatus[] = ['delivered', 'acknowledged', 'partly-paid', 'settled', 'closed']

const batch: Need = { one: 'batches', id: (record, body) => body.batchId ?? record.batchId }

/** A step of a file that its batch must stand for: the batch is the truth, and its files are never ahead of it. */
const following = (
  statuses: readonly BatchStatus[],
  changesOf: (batch: Partial<Batch>) => { readonly [N in keyof SettlementFile]?: SettlementFile[N] | null },
): ActionRule => ({
  needs: { batch },
  decide: ({ related }) => {
    const found: Partial<Batch> = related.batch?.[0] ?? {}
    const { status = 'open' } = found
    if (!statuses.includes(status)) return refuse('STATE', { noun: 'batch', state: status, needed: statuses })
    return { changes: changesOf(found) }
  },
})

const byDelegate = ({ deliveredBy }: Partial<Batch>) => ({ deliveredBy, holderId: deliveredBy })

/** What is decided about a file in a batch; nobody takes these steps by themselves. */
export const batchedFile = {
  batch: following(['open'], () => ({})),
  unbatch: following(['open', 'voided'], () => ({ batchId: null })),
  deliver: following(delivered, byDelegate),
  acknowledge: following(delivered.slice(1), byDelegate),
} satisfies Readonly<Record<string, ActionRule>>
