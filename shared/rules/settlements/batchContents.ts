import type { AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import { limits } from '#shared/declaration/field.ts'
import type { Batch } from '#shared/entities/batch.ts'
import type { Contract } from '#shared/entities/contract.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule, OtherUpdate } from '#shared/rules/decision.ts'

type BatchRecord = AnyRecord & Partial<Batch>

/** Files that a step names; the panel asks with a text before its form is open. */
const named = ({ fileIds }: RecordValues): readonly string[] => (Array.isArray(fileIds) ? [...new Set(fileIds)] : [])

const newIn = ({ fileIds = [] }: Partial<Batch>, body: RecordValues) =>
  named(body).filter((id) => !fileIds.includes(id))
const ownOf = ({ fileIds = [] }: Partial<Batch>, body: RecordValues) => named(body).filter((id) => fileIds.includes(id))

const shareOf = (files: readonly Partial<SettlementFile>[]): number =>
  files.reduce((sum, { payerShareMinor = 0 }) => sum + payerShareMinor, 0)

const contents = (fileIds: readonly string[], payerShareMinor: number) => ({
  changes: { fileIds, fileCount: fileIds.length, payerShareMinor },
})

const move = (ids: readonly string[], step: string, body: RecordValues = {}): readonly OtherUpdate[] =>
  ids.map((id) => ({ resource: 'settlement-files', id, step, body }))

/** Puts approved files into an open batch; when one does not fit none goes in, and the answer says why of each. */
export const add: ActionRule = {
  needs: {
    added: { many: 'settlement-files', ids: newIn },
    contracts: {
      many: 'contracts',
      ids: (_record, _body, { added = [] }) => added.map(({ contractId }) => String(contractId)),
    },
  },
  decide: ({ record, body, related: { added = [], contracts = [] } }) => {
    const batch: BatchRecord = record
    const { fileIds = [], payerShareMinor = 0 } = batch
    const ids = newIn(batch, body)
    const files = added as readonly (AnyRecord & Partial<SettlementFile>)[]
    const reasons = ids.flatMap(
      (id) =>
        misfit(
          batch,
          id,
          files.find((file) => file.id === id),
        ) ?? [],
    )
    if (reasons.length > 0) return refuse('FILES_UNFIT', { count: reasons.length, total: ids.length, reasons })
    const limit = Math.min(
      limits.list,
      ...contracts.flatMap(({ maxBatchFiles }: Partial<Contract>) => maxBatchFiles ?? []),
    )
    if (ids.length > 0 && fileIds.length + ids.length > limit) return refuse('BATCH_FULL', { limit })
    const updates = move(ids, 'batch', { batchId: record.id })
    return { ...contents([...fileIds, ...ids], payerShareMinor + shareOf(files)), updates }
  },
}

/** Takes files out of an open batch; they are approved files again, and files of other batches stay as they are. */
export const remove: ActionRule = {
  needs: { removed: { many: 'settlement-files', ids: ownOf } },
  decide: ({ record, body, related: { removed = [] } }) => {
    const { fileIds = [], payerShareMinor = 0 }: BatchRecord = record
    const ids = ownOf(record, body)
    const remaining = fileIds.filter((id) => !ids.includes(id))
    return { ...contents(remaining, payerShareMinor - shareOf(removed)), updates: move(ids, 'unbatch') }
  },
}

function misfit(batch: Partial<Batch>, id: string, file: Partial<SettlementFile> | undefined): Refusal | undefined {
  // Whether a file of another site exists is nobody's business here.
  const own = file?.siteId === batch.siteId ? file : undefined
  const refusal = unfitFor(batch, own)
  return refusal && refuse('FILE_UNFIT', { number: own?.number ?? id, reasons: [refusal] })
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
