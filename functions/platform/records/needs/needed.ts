import { type Context, product, referenced } from '#functions/platform/http/context.ts'
import { askIds, askPage } from '#functions/platform/projection/ask.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { type Dependence, dependencesOf, dependencesOn } from '#shared/declaration/dependence.ts'
import { type AnyRecord, type Entity, recordAs } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { entities, entityOf } from '#shared/entities/index.ts'
import { User } from '#shared/entities/user.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { inPool } from '#shared/values/inPool.ts'
import { activeConditions, isActive } from './active.ts'

/** Questions asked at the same time. */
const askedTogether = 4

/**
 * Throws the 409 that says what still needs a record, and how many. Lists of this moment are asked: what somebody writes
 * within the same tenths of a second may refer to it all the same, for a condition on every record that a write names would
 * double the cost of each. The tick that then fails for it tells of it, and restoring the record mends it.
 */
export async function checkNotNeeded(context: Context, entity: Entity, record: AnyRecord): Promise<void> {
  const dependences = dependencesOn(entity.resource, entities)
  const uses = await inPool(dependences, askedTogether, (each) => usesOf(context, each, record.id))
  const found = uses.flatMap((use) => use ?? [])
  if (found.length > 0) throw problem('STILL_NEEDED', { uses: found })
}

async function usesOf(context: Context, { entity, field }: Dependence, id: string): Promise<Refusal | undefined> {
  const conditions = [conditionOf(entity, field, id), ...activeConditions(entity)]
  const asker = { actor: product, ...(context.seen && { seen: context.seen }) }
  const { total: count } = await askPage(entity, { conditions }, { offset: 0, limit: 1 }, asker)
  if (count === 0) return undefined
  const noun = count === 1 ? entity.name : entity.resource
  return entity.lifecycle ? refuse('NEEDED_BY_OPEN', { count, noun }) : refuse('NEEDED_BY', { count, noun })
}

/** Throws the 409 that names what a record needs and what was deleted, before the record is restored. */
export async function checkNeeds(context: Context, entity: Entity, record: AnyRecord): Promise<void> {
  if (!isActive(entity, record)) return
  for (const { field, resource } of dependencesOf(entity))
    for (const id of [record[field] ?? []].flat()) {
      const target = entityOf(resource)
      const found = (await referenced(context, target, String(id)))?.record
      if (!found || found.deletedAt !== undefined) throw problem('RESTORE_FIRST', { noun: target.name })
    }
}

/** Throws the 409 of a change after which nobody is left who administrates: nobody could undo it. */
export async function checkAdministrator(before: AnyRecord, after: AnyRecord | undefined): Promise<void> {
  if (!isAdministrator(before) || (after && isAdministrator(after))) return
  const conditions = [conditionOf(User, 'roles', 'admin'), conditionOf(User, 'isActive', true)]
  const ids = await askIds(User, { conditions }, { actor: product })
  const others = await getRecords(User, ids, { consistent: true, onDamaged: () => undefined })
  if (!others.some(({ record }) => record.id !== before.id && isAdministrator(record)))
    throw problem('LAST_ADMINISTRATOR')
}

function isAdministrator(record: AnyRecord): boolean {
  const { roles, isActive, deletedAt } = recordAs(User, record)
  return isActive === true && deletedAt === undefined && roles.includes('admin')
}
