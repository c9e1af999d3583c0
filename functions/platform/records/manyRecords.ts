import { type Context, referenced } from '#functions/platform/http/context.ts'
import { meets } from '#functions/platform/projection/question/meets.ts'
import type { Filter } from '#functions/platform/projection/question/where.ts'
import { getRecords, noteDamaged } from '#functions/platform/store/read.ts'
import { may, visible } from '#shared/declaration/access.ts'
import { type AnyRecord, type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { AccessWay } from '#shared/entities/accessEntry.ts'
import { entityOf } from '#shared/entities/index.ts'
import { Site } from '#shared/entities/site.ts'
import { noteAccess } from './accessLog.ts'
import { isReached } from './reach.ts'

interface ManyOptions {
  readonly filter?: Filter
  /** How they are read, if they are restricted. */
  readonly way?: AccessWay
  /** False when it is entered elsewhere that they are read. */
  readonly isNoted?: boolean
  /** Is told of a record that cannot be read any more; it is left out, and the log names it. */
  readonly onDamaged?: (id: string) => void
}

/** The records of a list of ids that are as a filter says, as they are at this moment and as far as the actor may see them. */
export async function manyRecords(
  context: Context,
  entity: Entity,
  ids: readonly string[],
  { filter = { conditions: [] }, way = 'record', isNoted = true, onDamaged = noteDamaged }: ManyOptions = {},
): Promise<AnyRecord[]> {
  const { actor, meter } = context
  const records: AnyRecord[] = []
  for (const { record } of await getRecords(entity, ids, { meter, onDamaged })) {
    const isThere = record.deletedAt === undefined && (await isReached(context, entity, record))
    if (isThere && (await isAsAsked(context, entity, record, filter))) records.push(record)
  }
  if (isNoted) await noteAccess(context, entity, records, way)
  return records.map((record) => visible(actor, entity, record))
}

/** Whether a record is still as a filter says; the same question that a list of the projection answers. */
export async function isAsAsked(context: Context, entity: Entity, record: AnyRecord, filter: Filter): Promise<boolean> {
  if (filter.conditions.length === 0 && filter.q === undefined) return true
  const timeZone = await zoneOf(context, entity, record)
  const through = filter.q === undefined ? undefined : await throughOf(context, entity, record)
  return meets(entity, record, filter, { timeZone, ...(through && { through }) })
}

/** The zone of a record's days: of its site, else of the first of the actor's sites. */
async function zoneOf(context: Context, { site: siteField }: Entity, record: AnyRecord): Promise<string> {
  const siteIds = [...(siteField === undefined ? [] : [String(record[siteField])]), ...context.actor.siteIds]
  for (const id of siteIds) {
    const site = await referenced(context, Site, id)
    if (site && site.record.deletedAt === undefined) return site.record.timeZone
  }
  return 'UTC'
}

/** The record that a search looks through, unless the actor may not see it: a search must not tell of it either. */
async function throughOf(context: Context, entity: Entity, record: AnyRecord) {
  const name = entity.search?.through
  const resource = name && fieldOf(entity, name)?.resource
  if (!resource) return undefined
  const other = entityOf(resource)
  const found = await referenced(context, other, String(record[name]))
  const isSeen =
    found?.record.deletedAt === undefined &&
    may(context.actor, other, 'read') &&
    (await isReached(context, other, found?.record ?? {}))
  return isSeen && found ? { entity: other, record: found.record } : undefined
}
