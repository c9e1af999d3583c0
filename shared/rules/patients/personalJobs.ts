import { suffixes } from '#shared/api/condition.ts'
import { allFields, type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { Job } from '#shared/entities/job.ts'

/** Whether rows of an entity tell of persons. */
const isPersonal = (entity: Entity): boolean =>
  Object.values(allFields(entity)).some(({ isPersonal }) => isPersonal === true)

/** Whether a job wrote or read a file in which a patient may be: a list of persons, or an export of one of some batches. */
export function hasPersonalFile({ kind, resource, request, result }: Job, batchIds: readonly string[]): boolean {
  if (result?.isGone === true || kind === 'bulk' || kind === 'undo' || kind === 'erasure') return false
  return kind === 'batch-export' ? batchIds.includes(String(request?.batchId)) : isPersonal(entityOf(resource))
}

/** Whether a job was asked for by words of a person: searched for them, compared a personal field, or wrote one. */
export function hasPersonalRequest({ resource, request = {} }: Job): boolean {
  const entity = entityOf(resource)
  const names = [request.filter, request.changes, request.body].flatMap((part) =>
    typeof part === 'object' && part !== null ? Object.keys(part) : [],
  )
  const withoutEnding = (name: string) =>
    suffixes.reduce((left, [ending]) => (left.endsWith(ending) ? left.slice(0, -ending.length) : left), name)
  const isTelling = (name: string) =>
    name === 'q' || name === 'reason' || name === 'note' || fieldOf(entity, withoutEnding(name))?.isPersonal === true
  return names.some(isTelling)
}
