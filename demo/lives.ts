import { planAction } from '#functions/platform/records/change.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import type { Scene } from './scene.ts'

type Values = Readonly<Record<string, unknown>>

/** One step of a record's life: who takes it when, with what body; what the record says may decide the body. */
export interface LifeStep {
  readonly at: string
  readonly by: Actor
  readonly action: string
  readonly body?: Values | ((record: AnyRecord) => Values)
}

/** A record and the steps still before it, in the order of time. */
export interface Life {
  readonly stored: StoredRecord
  readonly steps: readonly LifeStep[]
}

/**
 * Takes the steps of many lives by the product's own rules, a step of every life at a time; what lies after the end of
 * the demo has not happened yet. Returns the records as they ended up, in the order given.
 */
export async function live(scene: Scene, entity: Entity, lives: readonly Life[]): Promise<StoredRecord[]> {
  const current = lives.map(({ stored }) => stored)
  for (let round = 0; ; round++) {
    const changes = []
    const places = []
    for (const [place, { steps }] of lives.entries()) {
      const [step, stored] = [steps[round], current[place]]
      if (!step || !stored || step.at > scene.now) continue
      const context = scene.work(step.by, step.at)
      const body = typeof step.body === 'function' ? step.body(stored.record) : step.body
      const change = await planAction(context, entity, stored, step.action, body)
      if (change) {
        changes.push({ ...change, doing: context.origin })
        places.push(place)
      }
    }
    if (changes.length === 0) return current
    for (const [index, stored] of (await scene.write(changes)).entries()) current[places[index] ?? -1] = stored
  }
}
