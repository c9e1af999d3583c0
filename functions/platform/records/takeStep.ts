import type { Context } from '#functions/platform/http/context.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Action, Entity, RecordValues } from '#shared/declaration/entity.ts'
import { changeOne, checkVersion, load } from './load.ts'
import { planStep } from './planStep.ts'
import { decideStep } from './step.ts'

/** Records of a list in one part: at their largest they stay below the 4 MB that DynamoDB takes in a transaction. */
export const partSize = 20

/** A step as somebody takes it: its name, its form, and the version of the record that this person saw, if they say so. */
export interface TakenStep {
  readonly name: string
  readonly values: RecordValues
  readonly version?: number
}

/**
 * Takes a step on a record and writes what follows from it; the record as it then is. A step in parts is decided as a
 * whole first, so that one refusal refuses all of it; each part is then complete in itself, and the same step again goes
 * on where one was cut off. A caller who names a version gets the 412 when the record is another one by now.
 */
export async function takeStep(
  context: Context,
  entity: Entity,
  id: string,
  { name, values, version }: TakenStep,
): Promise<StoredRecord> {
  const [first = values, ...others] = partsOf(entity.actions[name], values)
  const take = (part: RecordValues, bound?: number) =>
    changeOne(context, entity, { id, version: bound }, (own, stored) =>
      planStep(own, entity, stored, { name, values: part }),
    )
  if (others.length > 0) {
    const own = { ...context, references: new Map() }
    const stored = await load(own, entity, id, { consistent: true })
    checkVersion(own, entity, stored, version)
    await decideStep(own, entity, stored, { name, values })
  }
  let taken: StoredRecord = await take(first, version)
  for (const part of others) taken = await take(part)
  return taken
}

/** The form of a step once for each part of its list; once where the list is short, or the step is in one part. */
function partsOf(action: Action | undefined, values: RecordValues): RecordValues[] {
  const list = action?.inParts && values[action.inParts]
  if (!action?.inParts || !Array.isArray(list)) return [values]
  const all = [...new Set(list)]
  const starts = Array.from({ length: Math.ceil(all.length / partSize) }, (_, part) => part * partSize)
  return starts.map((start) => ({ ...values, [action.inParts ?? '']: all.slice(start, start + partSize) }))
}
