import { type Asker, askGroups } from '#functions/platform/projection/ask.ts'
import { conditionOf } from '#shared/api/condition.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import type { Site } from '#shared/entities/site.ts'
import { dayAfter, startOf } from '#shared/rules/follow-ups/contactDays.ts'
import { doneBy, plannedBy, type WeekRow, weekRows } from '#shared/rules/follow-ups/weekSummary.ts'

/** The follow-ups of a site in the week that begins on a day, by person, as far as the asker may see them. */
export async function weekFigures(site: Site, monday: string, asker: Asker): Promise<WeekRow[]> {
  const [from, to] = [startOf(site, monday), startOf(site, dayAfter(monday, 7))]
  const groups = async (by: readonly string[], filter: RecordValues) => {
    const conditions = Object.entries({ siteId: site.id, ...filter }).map(([name, value]) =>
      conditionOf(FollowUp, name, value),
    )
    const columns = by.map((name) => ({ name, field: name }))
    return (await askGroups(FollowUp, { conditions, by: columns, sum: [] }, asker)).groups
  }
  const [planned, done] = await Promise.all([
    groups(plannedBy, { dueTo_gte: from, dueTo_lt: to, status_neq: 'cancelled' }),
    groups(doneBy, { status: 'done', endedAt_gte: from, endedAt_lt: to }),
  ])
  return weekRows(planned, done)
}
