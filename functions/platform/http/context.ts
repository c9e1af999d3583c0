import { type Meter, newMeter } from '#functions/platform/store/client.ts'
import type { Origin } from '#functions/platform/store/history.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { type Actor, holdsAny } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { roles } from '#shared/declaration/roles.ts'

/** One piece of work on behalf of somebody: who, when, from where, and the references already looked up. */
export interface Context {
  readonly actor: Actor
  readonly origin: Origin
  readonly meter: Meter
  readonly references: Map<string, Promise<StoredRecord | undefined>>
}

/** Begins a piece of work. */
export function contextFor(actor: Actor, source: Origin['source'], now: string, requestId: string): Context {
  return {
    actor,
    origin: { actorId: actor.userId, actorName: actor.name, roles: actor.roles, at: now, source, requestId },
    meter: newMeter(),
    references: new Map(),
  }
}

/** The product itself, when a tick or an event acts: it may do what any role may, and history says it was nobody. */
export const product: Actor = { userId: 'redress', name: 'Redress', roles, siteIds: [] }

/** A referenced record, read once per piece of work, and as it stands now: a write is decided by it. */
export function referenced(context: Context, id: string): Promise<StoredRecord | undefined> {
  const known = context.references.get(id) ?? getRecord(id, { meter: context.meter, consistent: true })
  context.references.set(id, known)
  return known
}

/** Whether a record is there for this actor: not deleted, of one of the actor's sites. */
export const isThere = (record: AnyRecord | undefined): record is AnyRecord =>
  record !== undefined && record.deletedAt === undefined

/** Whether the actor may still see a deleted record, to restore it. */
export const maySeeDeleted = (actor: Actor, entity: Entity): boolean => holdsAny(actor, entity.access.delete)
