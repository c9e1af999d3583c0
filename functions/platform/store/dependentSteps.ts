import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { childKey, type Key, uniqueKey } from './keys.ts'
import { putItem, removeItem, type TransactionStep } from './steps.ts'

/** The steps that take the unique values of a record and free those it had before; a deleted record has none. */
export function uniqueSteps(entity: Entity, before: AnyRecord | undefined, after: AnyRecord): TransactionStep[] {
  return (entity.unique ?? []).flatMap((fields) => {
    const unique = fields.join(',')
    const [old, next] = [before, after].map((record) => uniqueKeyOf(entity, fields, record))
    if (old?.pk === next?.pk) return []
    const item = next && { ...next, id: after.id }
    return [
      ...(old ? [removeItem(old, { unique })] : []),
      ...(item ? [putItem(item, { if: { absent: true }, means: 'unique', about: unique, unique })] : []),
    ]
  })
}

function uniqueKeyOf(entity: Entity, fields: readonly string[], record: AnyRecord | undefined): Key | undefined {
  if (!record || record.deletedAt !== undefined) return undefined
  const values = fields.map((name) => record[name])
  const isComplete = values.every((value) => value !== undefined && value !== null)
  return isComplete ? uniqueKey(entity.resource, fields, values) : undefined
}

/** The steps that put a record under its parent and remove it from the one before; a deleted record is under none. */
export function childSteps(entity: Entity, before: AnyRecord | undefined, after: AnyRecord): TransactionStep[] {
  const [old, next] = [before, after].map((record) => childKeyOf(entity, record))
  if (old?.pk === next?.pk) return []
  return [...(old ? [removeItem(old)] : []), ...(next ? [putItem({ ...next })] : [])]
}

function childKeyOf({ resource, under }: Entity, record: AnyRecord | undefined): Key | undefined {
  const parentId = under && record && record.deletedAt === undefined ? record[under] : undefined
  return record && typeof parentId === 'string' ? childKey(resource, parentId, record.id) : undefined
}
