import type { Actor } from '#shared/declaration/access.ts'
import { Site } from '#shared/entities/site.ts'
import { keyOf } from '../file/cells.ts'
import type { SqlFile } from '../file/sqlite.ts'
import { fileState } from '../file/state.ts'
import { tableOf } from '../file/tables.ts'
import { isFollowed } from '../follow/follow.ts'
import type { SiteZones } from './time.ts'

type ZonesBySite = SiteZones['bySite']

/** The zones that were read of a file, and the state of it. */
const kept = new WeakMap<SqlFile, { state: number; bySite: ZonesBySite }>()

/** The time zones of the sites; a record of no site has the days of the actor's first site, else those of UTC. */
export function zonesFor(file: SqlFile, { siteIds }: Actor): SiteZones {
  const state = fileState(file)
  const known = kept.get(file)
  const bySite = known?.state === state ? known.bySite : readZones(file)
  kept.set(file, { state, bySite })
  return { bySite, other: siteIds.map((id) => bySite.get(keyOf(id))).find((zone) => zone !== undefined) ?? 'UTC' }
}

// Whoever asks about days has the sites followed first; for other questions there may be none yet.
function readZones(file: SqlFile): ZonesBySite {
  const table = tableOf(Site)
  if (!isFollowed(file, table)) return new Map()
  const rows = file.all(`SELECT "id", "row" FROM ${table.rows} ORDER BY "id"`)
  return new Map(rows.map(({ id, row }) => [keyOf(String(id)), zoneOf(String(row))]))
}

const zoneOf = (row: string): string => {
  const { timeZone } = JSON.parse(row)
  return typeof timeZone === 'string' ? timeZone : 'UTC'
}
