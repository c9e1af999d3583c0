import { referenced } from '#functions/platform/http/context.ts'
import { fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { Site } from '#shared/entities/site.ts'
import type { RecordPlace } from '../files/fileForm.ts'
import { recordPlaces } from '../files/recordPlaces.ts'
import type { ImportFile } from './importFile.ts'

/**
 * The zone and the currency in which a row is read: of its site, of the site of what it stands under, or of the only site of
 * the actor; its own currency goes first. Undefined where the row does not say which of several sites it is of. A list
 * without sites is read as it is exported.
 */
export async function placeOfRow(file: ImportFile, values: RecordValues): Promise<RecordPlace | undefined> {
  const { context, entity, places } = file
  if (entity.site === undefined) return recordPlaces(context, entity)(values)
  const siteId = values[entity.site] ?? (await siteAbove(file, values)) ?? onlyOf(context.actor.siteIds)
  if (typeof siteId !== 'string') return undefined
  const search = places.get(siteId) ?? placeOfSite(file, siteId)
  places.set(siteId, search)
  const place = await search
  const { currency } = values
  return place && typeof currency === 'string' ? { ...place, currency } : place
}

const onlyOf = (ids: readonly string[]): string | undefined => (ids.length === 1 ? ids[0] : undefined)

async function placeOfSite({ context }: ImportFile, siteId: string): Promise<RecordPlace | undefined> {
  const { timeZone, currency } = (await referenced(context, Site, siteId))?.record ?? {}
  return timeZone === undefined || currency === undefined ? undefined : { timeZone, currency }
}

/** The site of the record that a new one stands under, such as the case of an offer. */
async function siteAbove({ context, entity }: ImportFile, values: RecordValues): Promise<unknown> {
  const { under = '' } = entity
  const resource = fieldOf(entity, under)?.resource
  const id = values[under]
  if (!resource || typeof id !== 'string') return undefined
  const parent = entityOf(resource)
  return (await referenced(context, parent, id))?.record[parent.site ?? '']
}
