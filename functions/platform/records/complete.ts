import { type Context, referenced } from '#functions/platform/http/context.ts'
import { checkSize } from '#functions/platform/store/packing/recordSize.ts'
import { checkNotErased } from '#functions/platform/store/persons/keysOfChanges.ts'
import { dependencesOf } from '#shared/declaration/dependence.ts'
import { type AnyRecord, type Entity, fieldOf, type RecordValues, recordAs } from '#shared/declaration/entity.ts'
import { invalid, Problem, problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { refuse } from '#shared/refusals.ts'
import type { Derivation, Links } from '#shared/rules/decision.ts'
import { rulesOf } from '#shared/rules/index.ts'
import { unassignable } from '#shared/rules/users/assignment.ts'
import { isSame } from '#shared/values/canonical.ts'
import { termIssues } from './checkTerms.ts'
import { isActive } from './needs/active.ts'
import { isReached } from './reach.ts'

/**
 * A draft as it would be written: its person not erased, references checked, copies and derived facts filled in, and the record's own rule
 * applied. Throws the problem of the first refusal.
 */
export async function complete(
  context: Context,
  entity: Entity,
  draft: AnyRecord,
  before: AnyRecord | undefined,
): Promise<AnyRecord> {
  await Promise.all([checkPerson(context, entity, draft, before), checkReferences(context, entity, draft, before)])
  const copies: Record<string, unknown> = {}
  for (const [name, [reference, field]] of Object.entries(entity.copies ?? {})) {
    if (draft[reference] === undefined || draft[reference] === before?.[reference]) continue
    copies[name] = (await linkedRecord(context, entity, reference, draft))?.[field]
  }
  const after = await derived(context, entity, { ...draft, ...copies }, before)
  checkSize(after)
  if (!(await isReached(context, entity, after))) throw problem('FOREIGN_SITE')
  return after
}

async function checkPerson({ isErasure }: Context, entity: Entity, after: AnyRecord, before: AnyRecord | undefined) {
  if (!isErasure) await checkNotErased({ entity, after, ...(before && { before: { record: before } }) })
}

async function derived(
  context: Context,
  entity: Entity,
  draft: AnyRecord,
  before: AnyRecord | undefined,
): Promise<AnyRecord> {
  const { derivation } = await rulesOf(entity.resource)
  if (!derivation) return draft
  const links = await linksOf(context, entity, derivation, draft)
  const after = { ...draft, ...derivation.derive(draft, links, context.origin.at, context.actor, before) }
  const refusal = derivation.check?.(after, before, context.actor, links)
  if (refusal) throw new Problem(refusal)
  return after
}

/** The records that a derivation is given, by the references of a record. */
export async function linksOf(
  context: Context,
  entity: Entity,
  { links: names = [] }: Derivation,
  record: RecordValues,
): Promise<Links> {
  const links: Record<string, AnyRecord | undefined> = {}
  for (const name of names) links[name] = await linkedRecord(context, entity, name, record)
  return links
}

async function linkedRecord(context: Context, entity: Entity, reference: string, record: RecordValues) {
  const resource = fieldOf(entity, reference)?.resource
  const id = record[reference]
  if (!resource || typeof id !== 'string') return undefined
  return (await referenced(context, entityOf(resource), id))?.record
}

async function checkReferences(
  context: Context,
  entity: Entity,
  draft: AnyRecord,
  before: AnyRecord | undefined,
): Promise<void> {
  const issues = await termIssues(context, entity, draft, before)
  // A record that is opened again needs again what it refers to, and that may have been deleted meanwhile.
  const isRevived = before !== undefined && isActive(entity, draft) && !isActive(entity, before)
  const needed = new Set(isRevived ? dependencesOf(entity).map(({ field }) => field) : [])
  for (const name of entity.keyedBy ?? [])
    if (before && draft[name] !== before[name]) issues[name] = refuse('KEY_FIXED')
  for (const [name, value] of Object.entries(draft)) {
    const field = fieldOf(entity, name)
    if (!field?.resource || (isSame(value, before?.[name]) && !needed.has(name))) continue
    const target = entityOf(field.resource)
    for (const id of [value].flat()) {
      if (typeof id !== 'string') continue
      const record = (await referenced(context, target, id))?.record
      const isThere = record && record.deletedAt === undefined && (await isReached(context, target, record))
      const refusal = isThere
        ? field.isAssignee && (await unassignableNow(context, entity, draft, record))
        : refuse('NOT_FOUND')
      if (refusal) issues[name] = refusal
    }
  }
  if (Object.keys(issues).length > 0) throw invalid(issues)
}

/** Why a person cannot be named now; an absence is counted in days of the record's site. */
async function unassignableNow(context: Context, entity: Entity, draft: AnyRecord, person: AnyRecord) {
  const siteId = draft[entity.site ?? '']
  const site = typeof siteId === 'string' ? await referenced(context, Site, siteId) : undefined
  return unassignable(recordAs(User, person), site?.record.timeZone ?? 'UTC', context.origin.at)
}
