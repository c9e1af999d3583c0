import type { SeenRecord } from '#functions/platform/projection/follow/follow.ts'
import { type Meter, newMeter } from '#functions/platform/store/client.ts'
import type { Origin } from '#functions/platform/store/history.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { isIdOf } from '#functions/platform/store/keys.ts'
import { getAnyRecord } from '#functions/platform/store/read.ts'
import { type Actor, holdsAny } from '#shared/declaration/access.ts'
import type { Entity, RecordOf } from '#shared/declaration/entity.ts'
import { roles } from '#shared/declaration/roles.ts'

/** One piece of work: who acts, when and from where, what it has read so far, and the references already looked up. */
export interface Context {
  readonly actor: Actor
  readonly origin: Origin
  readonly meter: Meter
  readonly references: Map<string, Promise<StoredRecord | undefined>>
  /** Records that the caller wrote lately and expects to see in lists. */
  readonly seen?: readonly SeenRecord[]
  /** Records that this work wrote. */
  readonly wrote: SeenRecord[]
  /** Ids of restricted records that it has read; the answer names them. */
  readonly restricted: Set<string>
  /** An erasure does it: its changes take away what tells of a person, and are written though that person's key is closed. */
  readonly isErasure?: true
}

/** The context of a piece of work that begins now. */
export function contextFor(
  actor: Actor,
  source: Origin['source'],
  now: string,
  requestId: string,
  seen: readonly SeenRecord[] = [],
): Context {
  return {
    actor,
    origin: { actorId: actor.userId, actorName: actor.name, roles: actor.roles, at: now, source, requestId },
    meter: newMeter(),
    references: new Map(),
    seen,
    wrote: [],
    restricted: new Set(),
  }
}

/** The product itself, when a tick or an event acts: it may do what any role may, and history names no person. */
export const product: Actor = { userId: 'redress', name: 'Redress', roles, siteIds: [] }

/** A referenced record, read once per context, and strongly consistent because a write is decided by it. */
export async function referenced<E extends Entity>(
  { references, meter }: Context,
  entity: E,
  id: string,
): Promise<StoredRecord<RecordOf<E>> | undefined> {
  if (!isIdOf(entity, id)) return undefined
  const record = references.get(id) ?? getAnyRecord(id, { meter, consistent: true })
  references.set(id, record)
  return (await record) as StoredRecord<RecordOf<E>> | undefined
}

/** Whether the actor may still see a deleted record, to restore it. */
export const maySeeDeleted = (actor: Actor, entity: Entity): boolean => holdsAny(actor, entity.access.delete)
