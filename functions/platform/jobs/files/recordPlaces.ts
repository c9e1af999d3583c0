import { type Context, referenced } from '#functions/platform/http/context.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import { Site } from '#shared/entities/site.ts'
import type { RecordPlace } from './fileForm.ts'

/** Finds the zone and the currency of records: the site's, or of the first of the reader's sites; the record's own currency goes first. */
export function recordPlaces(context: Context, { site: siteField }: Entity) {
  const places = new Map<string, RecordPlace>()
  const placeOf = async (siteId: string): Promise<RecordPlace> => {
    for (const id of [siteId, ...context.actor.siteIds]) {
      const { record } = (await referenced(context, Site, id)) ?? {}
      if (record && record.deletedAt === undefined) return { timeZone: record.timeZone, currency: record.currency }
    }
    return { timeZone: 'UTC', currency: '' }
  }
  return async (record: RecordValues): Promise<RecordPlace> => {
    const siteId = siteField === undefined ? '' : String(record[siteField] ?? '')
    const place = places.get(siteId) ?? (await placeOf(siteId))
    places.set(siteId, place)
    const { currency } = record
    return typeof currency === 'string' && currency !== place.currency ? { ...place, currency } : place
  }
}
