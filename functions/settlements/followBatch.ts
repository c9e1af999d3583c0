import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { planStep } from '#functions/platform/records/planStep.ts'
import { isConflict, retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { saveMany } from '#functions/platform/records/saveMany.ts'
import { partSize } from '#functions/platform/records/takeStep.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { DamagedValue } from '#functions/platform/store/packing/packed.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { Batch } from '#shared/entities/batch.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { refuse } from '#shared/refusals.ts'
import { fileStepAt } from '#shared/rules/settlements/batchedFile.ts'
import { inPool } from '#shared/values/inPool.ts'

/** How often files are read when somebody else writes one meanwhile. */
const attempts = 9

/** Files whose step is planned at the same time. */
const plannedTogether = 5

/** Takes the files of a batch after it. A batch may hold more of them than one transaction takes, so they follow its event. */
export async function followBatchEvent({ id, eventId }: Event): Promise<void> {
  const stored = await getRecord(Batch, id, { consistent: true })
  if (stored) await followBatch(contextFor(product, 'event', new Date().toISOString(), eventId), stored.record)
}

/** Takes the step that follows from the status of a batch on each of its files; a repetition finds it taken. */
export async function followBatch(context: Context, { id, status, fileIds = [] }: Batch): Promise<void> {
  const steps: Readonly<Partial<Record<string, keyof typeof SettlementFile.actions>>> = fileStepAt
  const name = steps[status ?? '']
  if (!name) return
  const from: readonly string[] = SettlementFile.actions[name].from ?? []
  const isBehind = ({ batchId, stage }: SettlementFile) => batchId === id && from.includes(String(stage))
  const failed = new Map<string, unknown>()
  const planned = async (own: Context, file: StoredRecord) => {
    try {
      failed.delete(file.record.id)
      return await planFileStep(own, file, name)
    } catch (error) {
      if (isConflict(error)) throw error
      failed.set(file.record.id, error)
      return []
    }
  }
  for (let start = 0; start < fileIds.length; start += partSize) {
    const follow = async () => {
      const own = { ...context, references: new Map() }
      const part = fileIds.slice(start, start + partSize)
      const files = await getRecords(SettlementFile, part, {
        consistent: true,
        onDamaged: (each) => failed.set(each, new DamagedValue()),
      })
      const behind = files.filter(({ record }) => isBehind(record))
      const changes = await inPool(behind, plannedTogether, (file) => planned(own, file))
      await saveMany(own, changes.flat())
    }
    await retryOnConflict(follow, { attempts, busy: refuse('BATCH_BUSY') })
  }
  // The others have followed; the event fails for those that could not, and is tried again.
  for (const error of failed.values()) throw error
}

/** The changes of a file that follows its batch; the file of an erased patient follows too, for it tells of nobody. */
async function planFileStep(context: Context, file: StoredRecord, name: string): Promise<Change[]> {
  const step = { name, values: {}, isConsequence: true } as const
  try {
    return await planStep(context, SettlementFile, file, step)
  } catch (error) {
    if (!(error instanceof Problem) || error.refusal.rule !== 'ERASED') throw error
    return planStep({ ...context, isErasure: true }, SettlementFile, file, step)
  }
}
