import { expect } from 'vitest'
import { askGroups, askIds, askRows } from '#functions/platform/projection/ask.ts'
import type { SeenRecord } from '#functions/platform/projection/follow/follow.ts'
import { meets } from '#functions/platform/projection/question/meets.ts'
import { listPage } from '#functions/platform/records/list.ts'
import { parseGroups } from '#shared/api/groups.ts'
import { parseList } from '#shared/api/listQuery.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { fieldOf } from '#shared/declaration/entity.ts'
import type { Role } from '#shared/declaration/roles.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { LaggingFeed } from './laggingFeed.ts'
import { isReached, isSeen, type ModelScene, shouldGroup, shouldList, zoneFor } from './listModel.ts'
import type { SampleQuestion } from './sampleQuestions.ts'
import { actors, sites } from './sampleRecords.ts'

/** The versions of records that an instance has, by id. */
export type KeptVersions = ReadonlyMap<string, number>

/** Whom a question is put to: what the table holds, what the caller wrote, and how to see what the instance has. */
export interface Inquiry {
  readonly entity: Entity
  readonly feed: LaggingFeed
  readonly seen: readonly SeenRecord[]
  readonly keptOf: (entity: Entity) => KeptVersions
}

/** The entity that searches of an entity look through, or that somebody reaches its records through. */
export function throughOf(entity: Entity): Entity | undefined {
  const reached = Object.values(entity.reach ?? {}).flatMap((reach) => (typeof reach === 'string' ? [] : [reach.by]))
  const name = entity.search?.through ?? reached[0]
  const resource = name && fieldOf(entity, name)?.resource
  return resource ? entityOf(resource) : undefined
}

/** Whether somebody reads an entity in no role that is not bound, and in one that reaches its records through others. */
function isBound({ access, reach }: Entity, roles: readonly Role[]): boolean {
  const reading = roles.filter((role) => access.read.includes(role))
  return reading.every((role) => reach?.[role]) && reading.some((role) => typeof reach?.[role] === 'object')
}

const zoneOf = new Map(sites.map(({ id, timeZone }) => [id, timeZone]))

/** The records that an instance has, each as it was at the version that it has. */
function recordsAt({ feed }: Inquiry, kept: KeptVersions): AnyRecord[] {
  const records = [...kept].flatMap(([id, version]) => feed.versionsOf(id)[version - 1]?.record ?? [])
  expect(records, 'nothing is listed that was never written').toHaveLength(kept.size)
  return records.filter(({ deletedAt }) => deletedAt === undefined)
}

/** Puts a question in every way there is, and compares all answers with those of the model. */
export async function checkAnswers(asked: Inquiry, question: SampleQuestion): Promise<void> {
  const { entity, seen } = asked
  const actor = actors[question.who % actors.length]
  if (!actor) throw new Error('Nobody asks')
  const asker = { actor, seen }
  const address = { filter: JSON.stringify(question.filter), sort: JSON.stringify(question.sort) }
  const range = JSON.stringify([question.offset, question.offset + question.limit - 1])
  const first = parseList(entity, { ...address, range }, actor)
  const pages = [await listPage(entity, first, asker)]
  const records = recordsAt(asked, asked.keptOf(entity))
  const through = throughOf(entity)
  const isLookedAt = (question.filter.q !== undefined && entity.search?.through) || isBound(entity, actor.roles)
  const others = through && isLookedAt ? recordsAt(asked, asked.keptOf(through)) : []
  const scene: ModelScene = { actor, zoneOf, others: new Map(others.map((record) => [record.id, record])) }
  const should = shouldList(entity, records, question, scene)
  for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages.at(-1)?.nextCursor)
    pages.push(await listPage(entity, parseList(entity, { ...address, range, cursor }, actor), asker))
  expect(pages.map(({ total }) => total)).toEqual(pages.map(() => should.length))
  expect(pages.flatMap(({ rows }) => rows)).toEqual(
    should.slice(question.offset).map((record) => rowOf(entity, record)),
  )
  expect(await askIds(entity, first, asker)).toEqual(should.map(({ id }) => id))
  const exported: unknown[] = []
  for await (const rows of askRows(entity, first, asker, 4)) exported.push(...rows)
  expect(exported).toEqual(should.map((record) => rowOf(entity, record)))
  await checkGroups(asked, question, should, scene)
  checkMeets(entity, records, first, should, scene)
}

const rowOf = ({ columns }: Entity, record: AnyRecord) =>
  Object.fromEntries(['id', ...columns].flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])))

/** Groups of one answer, the largest ones. */
const mostGroups = 1000

async function checkGroups(
  { entity, seen }: Inquiry,
  { filter, by, sum }: SampleQuestion,
  should: readonly AnyRecord[],
  scene: ModelScene,
): Promise<void> {
  const { actor } = scene
  const texts = { filter: JSON.stringify(filter), by: JSON.stringify(by), sum: JSON.stringify(sum) }
  const query = parseGroups(entity, texts, actor)
  const { groups, total } = await askGroups(entity, query, { actor, seen })
  const names = query.by.map(({ name }) => name)
  const expected = shouldGroup(entity, should, names, query.sum, scene)
  const keys = groups.map(({ key }) => JSON.stringify(key))
  expect(total).toBe(expected.size)
  expect(groups).toEqual(keys.map((key) => expected.get(key)))
  expect(new Set(keys), 'no group stands twice').toHaveLength(keys.length)
  const counts = [...expected.values()].map(({ count }) => count).sort((a, b) => b - a)
  expect(groups.map(({ count }) => count)).toEqual(counts.slice(0, mostGroups))
}

/** Whether a record meets a filter is decided elsewhere too, and must be decided alike. */
function checkMeets(
  entity: Entity,
  records: readonly AnyRecord[],
  filter: Parameters<typeof meets>[2],
  should: readonly AnyRecord[],
  scene: ModelScene,
): void {
  const through = throughOf(entity)
  const met = records.filter((record) => {
    if (!isReached(entity, record, scene.actor, scene.others)) return false
    const other = entity.search?.through && scene.others.get(String(record[entity.search.through]))
    const isThrough = through && other && isSeen(through, other, scene.actor)
    return meets(entity, record, filter, {
      timeZone: zoneFor(entity, record, scene),
      ...(isThrough && { through: { entity: through, record: other } }),
    })
  })
  expect(met.map(({ id }) => id).sort()).toEqual(should.map(({ id }) => id).sort())
}
