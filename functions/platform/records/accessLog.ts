import { type Context, product, referenced } from '#functions/platform/http/context.ts'
import { publicActor } from '#functions/platform/http/identity.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { type AnyRecord, type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import {
  mayBeRestricted,
  ownReasons,
  type RestrictionReason,
  sharingReferences,
} from '#shared/declaration/restriction.ts'
import { AccessEntry, type AccessWay } from '#shared/entities/accessEntry.ts'
import { entityOf } from '#shared/entities/index.ts'
import { inPool } from '#shared/values/inPool.ts'
import { planCreate } from './change.ts'
import { derivedId } from './ids.ts'
import { saveFirst } from './save.ts'

/** How long the same person may look again without another entry, in milliseconds. */
const windowMs = 10 * 60_000

/** Entries written at the same time. */
const writtenTogether = 8

/** Entries that this process knows to be written, so that nobody asks the store again. */
const known = new Set<string>()
const mostKnown = 5000

/**
 * Enters in the access log that the actor reads these records, as far as they are restricted; anything else costs no write.
 * What cannot be entered is not shown: the error of the store goes to the caller.
 */
export async function noteAccess(
  context: Context,
  entity: Entity,
  records: readonly AnyRecord[],
  way: AccessWay,
): Promise<void> {
  if (!isPerson(context) || !mayBeRestricted(entity)) return
  await inPool(records, writtenTogether, async (record) => {
    const reasons = await reasonsOf(context, entity, record)
    if (reasons.length === 0) return
    context.restricted.add(record.id)
    const siteId = entity.site === undefined ? undefined : record[entity.site]
    await note(context, {
      way,
      recordId: record.id,
      resource: entity.resource,
      reasons,
      ...(siteId !== undefined && { siteId }),
    })
  })
}

/** Enters that the actor reads many records of an entity that may be restricted, by a list or by an export's job. */
export async function noteManyAccess(
  context: Context,
  entity: Entity,
  way: AccessWay,
  recordId: string,
): Promise<void> {
  if (isPerson(context) && mayBeRestricted(entity)) await note(context, { way, recordId, resource: entity.resource })
}

// The product and patients on public pages look at nothing that they would not have to.
const isPerson = ({ actor }: Context): boolean => actor.userId !== product.userId && actor.userId !== publicActor.userId

/** Why a record is restricted: by itself, by the person it is about, or by what it stands under. */
async function reasonsOf(context: Context, entity: Entity, record: AnyRecord): Promise<RestrictionReason[]> {
  const reasons = new Set(ownReasons(entity, record))
  for (const name of sharingReferences(entity)) {
    const target = entityOf(fieldOf(entity, name)?.resource ?? '')
    const other = await referenced(context, target, String(record[name] ?? ''))
    for (const reason of other ? ownReasons(target, other.record) : []) reasons.add(reason)
  }
  return [...reasons]
}

/** Writes one entry for a person, a record and a way in a window of time, even when others write it at the same moment. */
async function note(context: Context, facts: RecordValues & { readonly way: AccessWay; readonly recordId: string }) {
  const { actor, origin } = context
  const window = Math.floor(Date.parse(origin.at) / windowMs)
  // A page shows a record and its history: together they are one reading.
  const way = facts.way === 'history' ? 'record' : facts.way
  const id = derivedId(AccessEntry, facts.recordId, actor.userId, way, String(window))
  if (known.has(id)) return
  const values = { ...facts, userId: actor.userId, readAt: origin.at }
  // The person is signed in, so that nobody has to look whether there is such a person.
  const person: StoredRecord = { record: { id: actor.userId, version: 1 }, hash: '' }
  const references: Context['references'] = new Map([[actor.userId, Promise.resolve(person)]])
  const asProduct = { ...context, actor: product, wrote: [], references }
  const change = await planCreate(asProduct, AccessEntry, {}, { facts: values, id, isOwnOperation: true })
  // Another process may have written it in this window: it is not read before, since that would cost every list a read.
  await saveFirst(asProduct, [change])
  if (known.size >= mostKnown) known.clear()
  known.add(id)
}
