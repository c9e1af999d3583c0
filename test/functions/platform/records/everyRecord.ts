import { type AnyRecord, type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { Field, Fields } from '#shared/declaration/field.ts'
import { entities, entityOf } from '#shared/entities/index.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { seed } from '#test/support/people.ts'

/** One record of every entity at one site, by resource; what they refer to is of the same site. */
export type Records = ReadonlyMap<string, AnyRecord>

/**
 * Seeds a record of every entity from its example: references lead to the records seeded before, and facts that its
 * order or its site need are given as an operation would.
 */
export async function seedEvery(siteId: string, userId: string, tag: string): Promise<Records> {
  const records = new Map<string, AnyRecord>()
  const ids: Record<string, string> = { sites: siteId, users: userId }
  for (const entity of inOrder()) {
    if (ids[entity.resource] !== undefined) continue
    const references = Object.entries(entity.fields).flatMap(([name, { resource, kind, isRequired }]) => {
      const id = resource && ids[resource]
      if (!id || !isRequired) return []
      return [[name, kind === 'references' ? [id] : id] as const]
    })
    const record = await seed(
      entity,
      { ...entity.example, ...Object.fromEntries(references), ...distinct(entity, tag), ...stillDue(entity) },
      factsOf(entity, ids),
    )
    records.set(entity.resource, record)
    ids[entity.resource] = record.id
  }
  for (const resource of ['sites', 'users']) records.set(resource, { id: ids[resource] ?? '', version: 1 })
  return records
}

/** Entities after those that their required references name. */
function inOrder(): Entity[] {
  const done: Entity[] = []
  const visit = (entity: Entity): void => {
    if (done.includes(entity)) return
    for (const field of Object.values(entity.fields))
      if (field.resource && field.isRequired && field.resource !== entity.resource) visit(entityOf(field.resource))
    done.push(entity)
  }
  entities.forEach(visit)
  return done
}

// What is promised is promised for a time to come.
const stillDue = (entity: Entity) =>
  entity === CasePromise ? { dueAt: new Date(Date.now() + 86_400_000).toISOString() } : {}

// Unique texts of two sites must not meet.
const distinct = (entity: Entity, tag: string): Record<string, string> =>
  Object.fromEntries(
    (entity.unique ?? [])
      .flat()
      .filter((name) => typeof entity.example[name] === 'string' && fieldOf(entity, name)?.kind === 'text')
      .map((name) => [name, `${String(entity.example[name])}-${tag}`]),
  )

function factsOf(entity: Entity, ids: Readonly<Record<string, string>>): Record<string, unknown> {
  const now = '2026-11-20T08:15:00.000Z'
  const facts: Record<string, unknown> = {}
  for (const name of [...entity.order.map(([name]) => name), entity.site ?? '', entity.maker ?? '']) {
    const field = Object.hasOwn(entity.facts, name) ? entity.facts[name] : undefined
    if (!field || entity.copies?.[name]) continue
    facts[name] = field.kind === 'instant' ? now : field.kind === 'day' ? now.slice(0, 10) : ids[field.resource ?? '']
  }
  return facts
}

/** A body that gives every required field a value of its kind, with references to the records given. */
export const bodyFor = (fields: Fields, records: Records): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { isRequired }]) => isRequired)
      .map(([name, field]) => [name, valueFor(field, records)]),
  )

function valueFor({ kind, choices = [], resource = '', fields = {} }: Field, records: Records): unknown {
  const id = records.get(resource)?.id
  if (kind === 'choice') return choices[0]
  if (kind === 'choices') return choices.slice(0, 1)
  if (kind === 'reference') return id
  if (kind === 'references') return [id]
  if (kind === 'list') return [bodyFor(fields, records)]
  if (kind === 'group') return bodyFor(fields, records)
  if (kind === 'day') return '2026-11-20'
  if (kind === 'instant') return '2026-11-20T08:15:00.000Z'
  if (kind === 'boolean') return true
  if (kind === 'data' || kind === 'texts') return {}
  return ['text', 'longText', 'term', 'phone', 'email'].includes(kind) ? 'x' : 1
}
