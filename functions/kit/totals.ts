import { isDated } from '#shared/keys.ts'
import type { ListQuery } from '#shared/page.ts'
import type { Plan } from './plan.ts'
import type { Meter } from './store/client.ts'
import { dayCounts, type Slice } from './store/view.ts'

/** A plan with its slices and what their counters say, when they are counted. */
export interface Counted {
  readonly plan: Plan
  readonly slices: readonly Slice[]
  readonly counts: readonly { total: number; months: Map<string, number> }[] | undefined
}

/** Finds the day an offset falls on by counters, so that only that day's rows are read through. */
export async function jump({ plan, slices, counts }: Counted, offset: number, meter: Meter) {
  const monthly = counts && slices[0] && isDated(slices[0].of, plan.view) && plan.residual.length === 0
  if (offset === 0 || !monthly || plan.from !== undefined || plan.to !== undefined)
    return { slices, skip: offset, after: undefined }
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
      return {
        skip,
        after: undefined,
        slices: slices.map((slice) => ({ ...slice, ...(plan.isDescending ? { to: day } : { from: day }) })),
      }
    }
  }
  return { skip: 0, after: undefined, slices: [] }
}

/** The exact total of a list from its counters, or undefined when they do not tell it. */
export async function exactTotal(
  { plan, slices, counts }: Counted,
  query: ListQuery,
  meter: Meter,
): Promise<number | undefined> {
  if (!counts || plan.residual.length > 0) return undefined
  if (plan.from === undefined && plan.to === undefined) return counts.reduce((sum, { total }) => sum + total, 0)
  if (query.cursor || (plan.from?.length ?? 0) > 10 || (plan.to?.length ?? 0) > 10) return undefined
  const isInside = (part: string) =>
    (!plan.from || part >= plan.from.slice(0, part.length)) && (!plan.to || part <= plan.to.slice(0, part.length))
  let total = 0
  for (const [at, slice] of slices.entries())
    for (const [month, n] of counts[at]?.months ?? []) {
      if (!isInside(month)) continue
      const isEdge = [plan.from, plan.to].some(
        (edge) => edge !== undefined && edge.length > 7 && edge.startsWith(month),
      )
      if (!isEdge) total += n
      else for (const [day, each] of await dayCounts(slice, month, meter)) if (isInside(day)) total += each
    }
  return total
}
