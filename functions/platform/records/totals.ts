import type { Meter } from '#functions/platform/store/client.ts'
import { isDated } from '#functions/platform/store/keys.ts'
import { dayCounts, type Slice } from '#functions/platform/store/view.ts'
import type { ListQuery } from '#shared/api/listQuery.ts'
import { type Actor, isGlobal } from '#shared/declaration/access.ts'
import type { ListPlan } from './plan.ts'

/** A plan with its slices and what their counters say, when they are counted. */
export interface CountedPlan {
  readonly plan: ListPlan
  readonly slices: readonly Slice[]
  readonly counts: readonly { total: number; months: Map<string, number> }[] | undefined
}

/** Where reading begins: rows to skip, and the day before which (or after which) nothing is read. */
interface StartPoint {
  readonly skip: number
  readonly day?: string
  /** The offset is past the last row, so nothing is read. */
  readonly isPastEnd?: true
}

/** Finds the day of an offset by counters, so that only that day's rows are read and skipped. */
export async function jump({ plan, slices, counts }: CountedPlan, offset: number, meter: Meter): Promise<StartPoint> {
  const monthly = counts && slices[0] && isDated(slices[0].entity, plan.view) && plan.residual.length === 0
  if (offset === 0 || !monthly || plan.from !== undefined || plan.to !== undefined) return { skip: offset }
  let skip = offset
  const inOrder = (keys: Iterable<string>) =>
    [...new Set(keys)].sort((a, b) => (a < b ? -1 : 1) * (plan.isDescending ? -1 : 1))
  for (const month of inOrder(counts.flatMap(({ months }) => [...months.keys()]))) {
    const inMonth = counts.reduce((sum, { months }) => sum + (months.get(month) ?? 0), 0)
    if (skip >= inMonth) {
      skip -= inMonth
      continue
    }
    const days = await Promise.all(slices.map((slice) => dayCounts(slice, month, meter)))
    for (const day of inOrder(days.flatMap((each) => [...each.keys()]))) {
      const inDay = days.reduce((sum, each) => sum + (each.get(day) ?? 0), 0)
      if (skip >= inDay) {
        skip -= inDay
        continue
      }
      return { skip, day }
    }
  }
  return { skip: 0, isPastEnd: true }
}

/** The exact total of a list from its counters, or undefined when these do not give it. */
export async function exactTotal(
  { plan, slices, counts }: CountedPlan,
  query: ListQuery,
  actor: Actor,
  meter: Meter,
): Promise<number | undefined> {
  if (!counts || plan.residual.length > 0) return undefined
  // Sites have no view by site: an actor who sees some of them must not learn how many there are.
  if (slices[0]?.entity.site === 'id' && !isGlobal(actor)) return undefined
  if (plan.from === undefined && plan.to === undefined) return counts.reduce((sum, { total }) => sum + total, 0)
  if (query.cursor || (plan.from?.length ?? 0) > 10 || (plan.to?.length ?? 0) > 10) return undefined
  const isInside = (part: string) =>
    (!plan.from || part >= plan.from.slice(0, part.length)) &&
    (!plan.to || part.slice(0, plan.to.length) <= plan.to.slice(0, part.length))
  let total = 0
  for (const [index, slice] of slices.entries())
    for (const [month, n] of counts[index]?.months ?? []) {
      if (!isInside(month)) continue
      const isEdge = [plan.from, plan.to].some(
        (edge) => edge !== undefined && edge.length > 7 && edge.startsWith(month),
      )
      if (!isEdge) total += n
      else for (const [day, each] of await dayCounts(slice, month, meter)) if (isInside(day)) total += each
    }
  return total
}
