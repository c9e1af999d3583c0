import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { contextFor } from '#functions/platform/http/context.ts'
import { exportColumns } from '#functions/platform/jobs/startExport.ts'
import { askGroups, askIds, askRows } from '#functions/platform/projection/ask.ts'
import { listPage } from '#functions/platform/records/list.ts'
import { manyRecords } from '#functions/platform/records/manyRecords.ts'
import { previewOf } from '#functions/platform/records/matching.ts'
import { parseGroups } from '#shared/api/groups.ts'
import { parseList } from '#shared/api/listQuery.ts'
import { type Actor, may, visible } from '#shared/declaration/access.ts'
import { type AnyRecord, allFields, type Entity } from '#shared/declaration/entity.ts'
import { Problem, problem } from '#shared/declaration/problem.ts'
import { roles } from '#shared/declaration/roles.ts'
import { entities } from '#shared/entities/index.ts'
import { Site } from '#shared/entities/site.ts'
import { throughOf } from './scene/checkAnswers.ts'
import { Dossier } from './scene/dossier.ts'
import { Instances } from './scene/instances.ts'
import { LaggingFeed } from './scene/laggingFeed.ts'
import { isReached } from './scene/listModel.ts'
import { feedInUse } from './scene/replaced.ts'
import { type SampleQuestion, sampleQuestion } from './scene/sampleQuestions.ts'
import { idOf, sampleValues, sites } from './scene/sampleRecords.ts'

vi.mock('#functions/platform/store/readIndex.ts', async (original) =>
  (await import('./scene/replaced.ts')).readIndexOfFeed(original),
)
vi.mock('#functions/platform/store/read.ts', async (original) =>
  (await import('./scene/replaced.ts')).readOfFeed(original),
)
vi.mock('#shared/entities/index.ts', async (original) => {
  const registry = await original<typeof import('#shared/entities/index.ts')>()
  const { Dossier } = await import('./scene/dossier.ts')
  return {
    ...registry,
    entities: [...registry.entities, Dossier],
    entityOf: (resource: string) => (resource === Dossier.resource ? Dossier : registry.entityOf(resource)),
    entityOfId: (id: string) => (id.startsWith('dossier_') ? Dossier : registry.entityOfId(id)),
  }
})

const isFull = process.env.REDRESS_FULL === '1'

/** Somebody of each role, at the second site or at the first and the third. */
const people = roles.flatMap((role): Actor[] => [
  { userId: 'user_00000000000000000000000001', name: 'One', roles: [role], siteIds: [idOf(Site, 1)] },
  { userId: 'user_00000000000000000000000002', name: 'Two', roles: [role], siteIds: [idOf(Site, 0), idOf(Site, 2)] },
])

type FaceValues = Omit<AnyRecord, 'id' | 'version'>

/** A record in two worlds: as it is in one, and as it is in the other as far as the person may not see it. */
interface RecordFaces {
  readonly one: FaceValues
  readonly other: FaceValues
}

type RecordsById = ReadonlyMap<string, AnyRecord>

/** The same record in the other world: whole if the person sees it, but for the fields that are hidden. */
function inOtherWorld(
  entity: Entity,
  actor: Actor,
  { one, other }: RecordFaces,
  others: readonly RecordsById[] = [],
): FaceValues | undefined {
  const isSeenIn = (values: FaceValues, world?: RecordsById) =>
    isReached(entity, { ...values, id: '', version: 1 }, actor, world)
  if (!isSeenIn(one, others[0])) return isSeenIn(other, others[1]) ? undefined : other
  const hidden = Object.entries(allFields(entity)).flatMap(([name, { readBy }]) =>
    readBy && !readBy.some((role) => actor.roles.includes(role)) ? [name] : [],
  )
  const kept = Object.entries(one).filter(([name]) => !hidden.includes(name))
  return { ...Object.fromEntries(kept), ...Object.fromEntries(hidden.map((name) => [name, other[name]])) }
}

const twoFaced = (entity: Entity) =>
  fc.array(fc.record({ one: sampleValues(entity), other: sampleValues(entity) }), { minLength: 3, maxLength: 14 })

const listed = entities.filter(({ resource }) => resource !== Site.resource)
const bound = listed.filter(({ reach }) => reach)
const someEntity = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...listed) },
  { weight: 1, arbitrary: fc.constantFrom<Entity>(Dossier, ...bound) },
)

/** Somebody by number, often of a role that does not see all records. */
const somebody = ({ reach = {} }: Entity) => {
  const numbers = people.flatMap(({ roles }, number) => (roles.some((role) => reach[role]) ? [number] : []))
  return numbers.length === 0
    ? fc.nat(people.length - 1)
    : fc.oneof(fc.nat(people.length - 1), fc.constantFrom(...numbers))
}
const world = someEntity.chain((entity) =>
  fc.record({
    resource: fc.constant(entity.resource),
    who: somebody(entity),
    records: twoFaced(entity),
    others: twoFaced(throughOf(entity) ?? entity),
    questions: fc.array(sampleQuestion(entity), { minLength: 4, maxLength: 8 }),
  }),
)

/** Every answer that a person gets to a question, or the refusal of it. */
async function answersTo(entity: Entity, question: SampleQuestion, actor: Actor, ids: readonly string[]) {
  const { filter, sort, offset, limit, by, sum } = question
  const asker = { actor, seen: [] }
  const address = { filter: JSON.stringify(filter), sort: JSON.stringify(sort) }
  const range = JSON.stringify([offset, offset + limit - 1])
  const context = contextFor(actor, 'api', '2026-11-20T12:00:00.000Z', 'test')
  const pages: unknown[] = []
  const list = async () => {
    const query = parseList(entity, { ...address, range }, actor)
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
      const { rows, total, nextCursor } = await listPage(entity, { ...query, ...(cursor && { cursor }) }, asker)
      cursor = nextCursor
      pages.push({ rows, total, hasMore: nextCursor !== undefined })
    }
    return pages
  }
  const exported = async () => {
    exportColumns(entity, undefined, actor)
    const rows: unknown[] = []
    for await (const page of askRows(entity, parseList(entity, address, actor), asker, 5))
      rows.push(...page.map((row) => visible(actor, entity, row)))
    return rows
  }
  const questions = [
    list,
    exported,
    async () => askIds(entity, parseList(entity, address, actor), asker),
    async () => {
      const query = parseGroups(
        entity,
        { filter: address.filter, by: JSON.stringify(by), sum: JSON.stringify(sum) },
        actor,
      )
      return (await askGroups(entity, query, asker)).groups
    },
    async () => previewOf(entity, { filter, sort }, context),
    async () => manyRecords(context, entity, ids, { filter: parseList(entity, address, actor), isNoted: false }),
  ]
  const answers: unknown[] = []
  for (const ask of questions)
    answers.push(await ask().catch((error) => (error instanceof Problem ? error.refusal : Promise.reject(error))))
  return answers
}

test('no answer changes when something changes that the person may not see', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ resource, who, records, others, questions }) => {
      const entity = entities.find((each) => each.resource === resource)
      const actor = people[who]
      if (!entity || !actor) throw problem('FAILED')
      fc.pre(may(actor, entity, 'read'))
      const instances = new Instances()
      const feeds = [new LaggingFeed(), new LaggingFeed()] as const
      const through = throughOf(entity)
      const known: RecordsById[] = []
      for (const [number, feed] of feeds.entries()) {
        for (const site of sites) feed.write(Site, site)
        const fill = (filled: Entity, faces: readonly RecordFaces[]) => {
          const written = new Map<string, AnyRecord>()
          for (const [index, face] of faces.entries()) {
            const values = number === 0 ? face.one : inOtherWorld(filled, actor, face, known)
            const id = idOf(filled, index)
            if (values) written.set(id, feed.write(filled, { ...values, id }).record)
          }
          return written
        }
        known.push(through ? fill(through, others) : new Map())
        fill(entity, records)
      }
      const ids = records.map((_, index) => idOf(entity, index))
      const answers = async (number: 0 | 1) => {
        instances.use(number)
        feedInUse.feed = feeds[number]
        const all: unknown[] = []
        for (const question of questions) all.push(await answersTo(entity, question, actor, ids))
        return all
      }
      try {
        expect(await answers(1)).toEqual(await answers(0))
      } finally {
        await instances.remove()
      }
    }),
    { numRuns: isFull ? 20_000 : 300 },
  )
})
