import { memoize } from '#shared/values/memoize.ts'
import { type AnyRecord, allFields, type Entity, type RecordValues } from './entity.ts'

/** Id of the person whom a record is about, or undefined where it is about nobody. */
export function subjectIdOf({ subject }: Entity, record: RecordValues | AnyRecord | undefined): string | undefined {
  const id = subject === undefined ? undefined : record?.[subject]
  return typeof id === 'string' ? id : undefined
}

/** Names of the fields and facts that tell of the person whom a record is about. */
export const personalFieldsOf = memoize(
  (entity: Entity): ReadonlySet<string> =>
    new Set(Object.entries(allFields(entity)).flatMap(([name, { isPersonal }]) => (isPersonal ? [name] : []))),
)
