import { type Meter, newMeter } from '#functions/platform/store/client.ts'
import type { Row } from '#functions/platform/store/item.ts'
import { isCounted } from '#functions/platform/store/keys.ts'
import { monthCounts, type Position, readSlice, type Slice, type ViewRow } from '#functions/platform/store/view.ts'
import type { ListQuery } from '#shared/api/listQuery.ts'
import { type Actor, isOwnSite, visible } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { type Bookmark, fingerprint, readCursor, writeCursor } from './cursor.ts'
import { type ListPlan, meets, plansFor } from './plan.ts'
import { type CountedPlan, exactTotal, jump } from './totals.ts'

/** A page of a list, and how it was read. */
export interface Page {
  readonly rows: readonly Row[]
  readonly offset: number
  readonly total: number
  /** False when `total` is only a lower bound. */
  readonly isExact: boolean
  readonly nextCursor?: string
  /** `view=byStatus;residual=siteId;read=1.5;count=0.5;budget=ok`: units for the rows, and for finding and counting them. */
  readonly plan: string
}

/** Read units one request may spend before it answers with the rows it has. */
const readBudget = 100

/** A page of what the actor may see, by the view that answers with the least reading. */
export async function listPage(entity: Entity, query: ListQuery, actor: Actor): Promise<Page> {
  const counting = newMeter()
  const meter = newMeter()
  const scope = fingerprint(entity.resource, query, actor)
  const bookmark = query.cursor ? await readCursor(query.cursor, scope) : undefined
  const counted = await cheapestPlan(entity, query, actor, bookmark, counting)
  const { plan } = counted
  const start = bookmark ?? (await jump(counted, query.offset, counting))
  const positions = bookmark?.after ?? plan.partitions.map(() => null)
  const day = start.day && (plan.isDescending ? { to: start.day } : { from: start.day })
  const slices = 'isPastEnd' in start ? [] : counted.slices.map((slice) => ({ ...slice, ...day }))
  const offset = bookmark?.offset ?? query.offset
  const isResidual = plan.residual.length > 0
  const pageSize = isResidual
    ? 100
    : Math.ceil((query.limit + 1) / Math.max(1, plan.partitions.length)) + (plan.partitions.length > 1 ? 4 : 0)
  const streams = slices.map((slice, index) =>
    readSlice(slice, { pageSize: pageSize + start.skip, after: positions[index] ?? undefined, meter }),
  )
  const last: (Position | null)[] = [...positions]
  const rows: Row[] = []
  let skip = start.skip
  let hasMore = false
  let isSpent = false
  for await (const { viewRow, index } of merged(streams, plan.isDescending)) {
    const { row, sort } = viewRow
    const isMatch = isOwnSite(actor, entity, row) && plan.residual.every((condition) => meets(entity, row, condition))
    if (isMatch && skip === 0 && rows.length === query.limit) {
      hasMore = true
      break
    }
    last[index] = { id: row.id, sort }
    if (isMatch && skip > 0) skip--
    else if (isMatch) rows.push(visible(actor, entity, row))
    if (meter.read > readBudget) {
      hasMore = isSpent = true
      break
    }
  }
  const exact = await exactTotal(counted, query, actor, counting)
  // Rows to be skipped past the end do not exist, so they do not count.
  const reached = offset - (start.day === undefined ? skip : 0) + rows.length
  const next = { view: plan.name, after: last, offset: offset + rows.length, skip, day: start.day }
  return {
    rows,
    offset,
    total: exact ?? reached + (hasMore ? 1 : 0),
    isExact: exact !== undefined || !hasMore,
    ...(hasMore && { nextCursor: await writeCursor(next, scope) }),
    plan: describe(plan, meter, counting, isSpent),
  }
}

async function cheapestPlan(
  entity: Entity,
  query: ListQuery,
  actor: Actor,
  bookmark: Bookmark | undefined,
  meter: Meter,
): Promise<CountedPlan> {
  const plans = plansFor(entity, query, actor)
  const candidates = bookmark
    ? plans.filter((plan) => plan.name === bookmark.view && plan.partitions.length === bookmark.after.length)
    : plans
  if (candidates.length === 0) throw problem('CURSOR_FOREIGN')
  const counted = await Promise.all(candidates.map((plan) => count(entity, plan, meter)))
  const sizeOf = ({ counts }: CountedPlan) => counts?.reduce((sum, { total }) => sum + total, 0) ?? -1
  const [best] = counted.sort((a, b) => sizeOf(a) - sizeOf(b))
  if (!best) throw new Error('No plan')
  return best
}

async function count(entity: Entity, plan: ListPlan, meter: Meter): Promise<CountedPlan> {
  const slices = plan.partitions.map(
    (values): Slice => ({
      entity,
      view: plan.view,
      values,
      isDescending: plan.isDescending,
      from: plan.from,
      to: plan.to,
    }),
  )
  if (!isCounted(plan.view)) return { plan, slices, counts: undefined }
  return { plan, slices, counts: await Promise.all(slices.map((slice) => monthCounts(slice, meter))) }
}

async function* merged(
  streams: AsyncGenerator<ViewRow>[],
  isDescending: boolean,
): AsyncGenerator<{ viewRow: ViewRow; index: number }> {
  const heads = await Promise.all(streams.map((stream) => stream.next()))
  for (;;) {
    let best = -1
    for (const [index, head] of heads.entries()) {
      const sort = head.done ? undefined : head.value.sort
      const bestSort = best < 0 ? undefined : heads[best]?.value?.sort
      if (sort === undefined) continue
      if (bestSort === undefined || (isDescending ? sort > bestSort : sort < bestSort)) best = index
    }
    const head = heads[best]
    if (!head || head.done) return
    yield { viewRow: head.value, index: best }
    const stream = streams[best]
    if (stream) heads[best] = await stream.next()
  }
}

function describe(plan: ListPlan, meter: Meter, counting: Meter, isSpent: boolean): string {
  const residual = plan.residual.map(({ field }) => field).join('+')
  return [
    `view=${plan.name}`,
    ...(plan.partitions.length > 1 ? [`partitions=${plan.partitions.length}`] : []),
    ...(residual ? [`residual=${residual}`] : []),
    `read=${meter.read}`,
    `count=${counting.read}`,
    `budget=${isSpent ? 'exhausted' : 'ok'}`,
  ].join(';')
}
