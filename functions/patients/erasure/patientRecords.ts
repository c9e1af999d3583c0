import { contextFor, product } from '#functions/platform/http/context.ts'
import { askIds, askIdsOfSubject } from '#functions/platform/projection/ask.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { entities } from '#shared/entities/index.ts'
import { Upload } from '#shared/entities/upload.ts'

/** Entities whose records hold data of a patient whom they name, in the order of the registry. */
export const patientEntities: readonly Entity[] = entities.filter(
  ({ subject }) => subject !== undefined && subject !== 'id',
)

/**
 * The records of an entity that hold data of some patients, the deleted ones too, and the instant that they are as of, UTC.
 * Throws `DamagedValue` for one that cannot be read any more, unless the caller goes on without it.
 */
export async function recordsOfPatients(
  entity: Entity,
  patientIds: readonly string[],
  onDamaged?: (id: string) => void,
): Promise<{ readonly records: readonly AnyRecord[]; readonly asOf: string }> {
  const { subject = '' } = entity
  const answers = await Promise.all(patientIds.map((id) => askIdsOfSubject(entity, id, { actor: product })))
  const ids = [...new Set(answers.flatMap((answer) => answer.ids))]
  const stored = await getRecords(entity, ids, { consistent: true, ...(onDamaged && { onDamaged }) })
  return {
    // A list finds by a hash of the patient's id, so that another patient may be among them.
    records: stored.map(({ record }) => record).filter((record) => patientIds.includes(String(record[subject]))),
    asOf: answers.map(({ asOf }) => asOf).reduce((first, next) => (next < first ? next : first)),
  }
}

/** Ids of the uploads that are kept with a record. */
export const uploadsOf = (recordId: string): Promise<string[]> =>
  askIds(Upload, { conditions: [conditionOf(Upload, 'usedFor', recordId)] }, { actor: product })

/** The product at work on an erasure, now. */
export const erasureContext = (requestId: string) => ({
  ...contextFor(product, 'event', new Date().toISOString(), requestId),
  isErasure: true as const,
})
