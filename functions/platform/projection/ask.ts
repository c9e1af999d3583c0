import { env } from '#functions/platform/aws/env.ts'
import type { Row } from '#functions/platform/store/item.ts'
import { conditionOf } from '#shared/api/condition.ts'
import type { GroupsQuery } from '#shared/api/groups.ts'
import { type Actor, reachedThrough } from '#shared/declaration/access.ts'
import { type Entity, fieldOf, type Order } from '#shared/declaration/entity.ts'
import { entities, entityOfId } from '#shared/entities/index.ts'
import { Site } from '#shared/entities/site.ts'
import type { SeenRecord } from './follow/follow.ts'
import { forgetFreshness, freshen } from './freshness.ts'
import { openLocalProjection } from './localProjection.ts'
import type { Maintenance, MaintenanceCounts, Projection } from './projection.ts'
import type { GroupsAnswer } from './question/groups.ts'
import type { PageAnswer, PageRange } from './question/page.ts'
import type { ListQuestion } from './question/questions.ts'
import type { Filter } from './question/where.ts'
import { answered, close, renewedAfterDamage } from './renewal.ts'
import { openThreads } from './threads.ts'

/** Who asks, and which records that person wrote lately and expects to see. */
export interface Asker {
  readonly actor: Actor
  readonly seen?: readonly SeenRecord[]
}

/** Which records are asked for, in which order. */
export type OrderedFilter = Filter & { readonly order?: Order }

/** One projection for each table, for tests have several; opened when the first question comes. */
const opened = new Map<string, Promise<Projection>>()

function projection(): Promise<Projection> {
  const { table } = env
  const known = opened.get(table) ?? (env.projectionThreads > 0 ? openThreads() : openLocalProjection())
  opened.set(table, known)
  known.catch(() => opened.delete(table))
  return known
}

/** Brings every resource up to date and starts every thread, so that the first questions do not wait. */
export async function warmProjection(): Promise<void> {
  const from = await projection()
  const question = { resource: Site.resource, filter: { conditions: [] }, actor: nobody }
  await freshen(from, Site.resource)
  await Promise.all(Array.from({ length: env.projectionThreads }, () => from.ids(question)))
  for (const { resource } of entities) await freshen(from, resource)
}

const nobody: Actor = { userId: '', name: '', roles: [], siteIds: [] }

/** Closes what this process has opened, so that the next one can use its file. */
export async function closeProjections(): Promise<void> {
  const all = await Promise.all(opened.values())
  opened.clear()
  forgetFreshness()
  for (const each of all) await close(each)
}

/** A page of the records that the asker may see, and the instant that it is as of, UTC. */
export async function askPage(
  entity: Entity,
  selected: OrderedFilter,
  range: PageRange,
  asker: Asker,
): Promise<PageAnswer & { readonly asOf: string }> {
  return asked(entity, selected, asker, async (from, question, asOf) => ({
    ...(await from.page(question, range)),
    asOf,
  }))
}

/** The largest groups of the records that the asker may see, with counts and sums, and the instant that they are as of, UTC. */
export const askGroups = (
  entity: Entity,
  { by, sum, ...selected }: GroupsQuery,
  asker: Asker,
): Promise<GroupsAnswer & { readonly asOf: string }> =>
  asked(
    entity,
    selected,
    asker,
    async (from, question, asOf) => ({ ...(await from.groups(question, { by, sum })), asOf }),
    by.map(({ field }) => field),
  )

/** The ids of all records that match at this moment, in order. */
export const askIds = (entity: Entity, selected: OrderedFilter, asker: Asker): Promise<string[]> =>
  asked(entity, selected, asker, (from, question) => from.ids(question))

/** Ids of the records that hold data of a person, the deleted ones too, and the instant that they are as of, UTC. */
export async function askIdsOfSubject(
  entity: Entity,
  subjectId: string,
  asker: Asker,
): Promise<{ readonly ids: readonly string[]; readonly asOf: string }> {
  const { subject = '' } = entity
  if (subject === 'id') return { ids: [subjectId], asOf: new Date().toISOString() }
  const conditions = [conditionOf(entity, subject, subjectId)]
  return asked(entity, { conditions }, asker, async (from, question, asOf) => ({
    ids: [...(await from.ids(question)), ...(await from.deletedIds(entity.resource, subjectId))],
    asOf,
  }))
}

/** Ids of the deleted records of an entity that hold data of persons. */
export const askDeletedIds = (entity: Entity, asker: Asker): Promise<string[]> =>
  asked(entity, { conditions: [] }, asker, (from) => from.deletedIds(entity.resource))

/** The rows of all records that match at this moment, in order, so many at a time. */
export async function* askRows(
  entity: Entity,
  selected: OrderedFilter,
  asker: Asker,
  size: number,
): AsyncGenerator<readonly Row[]> {
  const from = await projection()
  const { first, rest } = await asked(entity, selected, asker, async (from, question) => {
    const rest = from.rows(question, size)
    return { first: await rest.next(), rest }
  })
  if (first.done) return
  yield first.value
  // What has been answered cannot be taken back: after damage the caller begins again, and then finds a sound file.
  yield* renewedAfterDamage(from, rest)
}

/** Has the projection maintained, by a function that only the schedule's Lambda carries. */
export const maintained = (run: Maintenance): Promise<MaintenanceCounts> =>
  answered(projection, (from) => from.maintain(run))

function asked<T>(
  entity: Entity,
  { conditions, q, order }: OrderedFilter,
  { actor, seen = [] }: Asker,
  ask: (from: Projection, question: ListQuestion, asOf: string) => Promise<T>,
  groupedBy: readonly string[] = [],
): Promise<T> {
  const filter = { conditions, ...(q !== undefined && { q }) }
  const question = { resource: entity.resource, filter, actor, ...(order && { order }) }
  return answered(projection, async (from) => {
    if (hasDays(entity, filter, groupedBy)) await freshen(from, Site.resource, zoneAgeMs)
    const asOf = await prepare(from, entity, filter, { actor, seen })
    return ask(from, question, new Date(asOf).toISOString())
  })
}

/** How old the time zones of the sites may be, in milliseconds. */
const zoneAgeMs = 60_000

/** Whether days of instants are asked about, which begin when the zone of a site says. */
const hasDays = (entity: Entity, { conditions }: Filter, groupedBy: readonly string[]): boolean =>
  [...conditions.map(({ field }) => field), ...groupedBy].some((name) => fieldOf(entity, name)?.kind === 'instant')

/** Brings up to date what a question is answered from; the instant that all of it is as of. */
async function prepare(from: Projection, entity: Entity, filter: Filter, asker: Required<Asker>): Promise<number> {
  const { resource, search } = entity
  const { actor, seen } = asker
  const through = filter.q !== undefined && search?.through && fieldOf(entity, search.through)?.resource
  const resources = [...new Set([resource, ...(through ? [through] : []), ...reachedThrough(actor, entity)])]
  const instants = await Promise.all(resources.map((each) => freshen(from, each)))
  await Promise.all(
    resources.map(async (each) => {
      const own = seen.filter(({ id }) => entityOfId(id)?.resource === each)
      if (own.length > 0) await from.takeSeen(each, own)
    }),
  )
  return Math.min(...instants)
}
