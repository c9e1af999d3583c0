import { planStep } from '#functions/platform/records/planStep.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity, RecordValues } from '#shared/declaration/entity.ts'
import type { DemoWriter } from './demoWriter.ts'

/** One step of a record: the actor, the instant and the body, which may depend on the record. */
export interface DemoStep {
  readonly at: string
  readonly by: Actor
  readonly action: string
  readonly body?: RecordValues | ((record: AnyRecord) => RecordValues)
  /** What the product changes where it acts by itself, as after it has sent a message; no step of a person. */
  readonly changes?: RecordValues | ((record: AnyRecord) => RecordValues)
}

/** A record and the steps that follow, in the order of time. */
export interface StepSequence {
  readonly stored: StoredRecord
  readonly steps: readonly DemoStep[]
}

/**
 * Takes the steps of many records by the product's own rules, one step of every record at a time. A step later than the
 * end of the demo is not taken. Returns the records after their last step, in the given order.
 */
export async function takeSteps(
  writer: DemoWriter,
  entity: Entity,
  sequences: readonly StepSequence[],
): Promise<StoredRecord[]> {
  const current = sequences.map(({ stored }) => stored)
  for (let round = 0; ; round++) {
    const changes = []
    const places = new Map<number, number>()
    for (const [index, { steps }] of sequences.entries()) {
      const [step, stored] = [steps[round], current[index]]
      if (!step || !stored || step.at > writer.now) continue
      const planned = await plannedBy(writer, entity, stored, step)
      if (planned[0]?.after.id === stored.record.id) places.set(changes.length, index)
      changes.push(...planned)
    }
    if (changes.length === 0) return current
    const written = await writer.write(changes)
    for (const [place, index] of places) {
      const stored = written[place]
      if (stored) current[index] = stored
    }
  }
}

async function plannedBy(
  writer: DemoWriter,
  entity: Entity,
  stored: StoredRecord,
  { at, by, action, body, changes }: DemoStep,
): Promise<Change[]> {
  const valuesOf = (values: DemoStep['body']) => (typeof values === 'function' ? values(stored.record) : values)
  if (changes) return writer.update(entity, stored, valuesOf(changes) ?? {}, action, { at, by })
  const context = writer.contextOf({ at, by })
  const planned = await planStep(context, entity, stored, { name: action, values: valuesOf(body) })
  return planned.map((change) => ({ ...change, origin: context.origin }))
}
