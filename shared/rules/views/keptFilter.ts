import { type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'

/** Whether a condition may name a person: a search, or one of a field that tells of somebody. */
const mayNamePerson = (entity: Entity, condition: string): boolean => {
  // No field has the mark that parts its name from a comparison.
  const [field = ''] = condition.split('_')
  return condition === 'q' || fieldOf(entity, field)?.isPersonal === true
}

/** The conditions of a filter that a saved view does not keep, since an erasure would not find a person's name there. */
export const namingConditions = (entity: Entity, filter: RecordValues): string[] =>
  Object.keys(filter).filter((condition) => mayNamePerson(entity, condition))

/** A filter as a saved view keeps it, without what may name a person. */
export function keptFilter(entity: Entity, filter: RecordValues): RecordValues {
  const naming = namingConditions(entity, filter)
  return Object.fromEntries(Object.entries(filter).filter(([condition]) => !naming.includes(condition)))
}
