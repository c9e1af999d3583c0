import type { Context } from '#functions/platform/http/context.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { difference } from '#functions/platform/store/history.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { may, maySee, mayWrite } from '#shared/declaration/access.ts'
import {
  type AnyRecord,
  changeOf,
  creationOf,
  type Entity,
  fieldOf,
  type RecordValues,
} from '#shared/declaration/entity.ts'
import { checked } from '#shared/declaration/issues.ts'
import { invalid, Problem, problem } from '#shared/declaration/problem.ts'
import { User } from '#shared/entities/user.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { rulesOf } from '#shared/rules/index.ts'
import { isSame } from '#shared/values/canonical.ts'
import { complete } from './complete.ts'
import { keyedId, newId } from './ids.ts'

interface CreationOptions {
  /** Values that only operations may give. */
  readonly facts?: RecordValues
  readonly id?: string
  readonly reason?: string
  /** An operation creates it, whatever the actor may create by form. */
  readonly isOwnOperation?: boolean
}

/** A new record as it would be written; it gets its number when it is written. */
export async function planCreate(
  context: Context,
  entity: Entity,
  body: unknown,
  { facts, id, reason, isOwnOperation = false }: CreationOptions = {},
): Promise<Change> {
  if (!isOwnOperation && !may(context.actor, entity, 'create')) throw problem('ROLE')
  const fields = checked(creationOf(entity), withoutEmpty(body))
  checkFields(context, entity, Object.keys(fields))
  const { at: now } = context.origin
  const stamps = Object.hasOwn(entity.facts, 'createdAt') ? { createdAt: now } : {}
  const base = { id: id ?? (entity.keyedBy ? keyedId(entity, fields) : newId(entity, now)), version: 0 }
  const draft: AnyRecord = { ...entity.initial, ...stamps, ...fields, ...facts, ...base }
  const after = await complete(context, entity, draft, undefined)
  return { entity, after, action: 'create', reason, ...ofErasure(context) }
}

/**
 * A record after a change by form; `null` clears a field. Facts with the values they have are ignored, since a form
 * sends whole records; any other name is refused. Undefined when nothing differs.
 */
export async function planUpdate(
  context: Context,
  entity: Entity,
  stored: StoredRecord,
  body: unknown,
  reason?: string,
): Promise<Change | undefined> {
  if (entity.isAppendOnly || !may(context.actor, entity, 'update')) throw problem('ROLE')
  checkPresent(stored)
  const changes = checked(changeOf(entity), editedFields(entity, stored.record, body))
  checkFields(context, entity, Object.keys(changes))
  return planned(context, entity, stored, changes, 'update', reason)
}

// It asks lists, which most writes and some functions do without.
const needed = () => import('./needs/needed.ts')

/**
 * The record with its deletion stamped, so that no list shows it; restoring undoes it. Throws the 409 of one that others
 * still need.
 */
export async function planDelete(context: Context, entity: Entity, stored: StoredRecord): Promise<Change> {
  const { actor, origin } = context
  if (!may(actor, entity, 'delete')) throw problem('ROLE')
  const refusal = (await rulesOf(entity.resource)).deletion?.(stored.record, actor)
  if (refusal) throw new Problem(refusal)
  const { checkAdministrator, checkNotNeeded } = await needed()
  await checkNotNeeded(context, entity, stored.record)
  if (entity.resource === User.resource) await checkAdministrator(stored.record, undefined)
  const after = { ...stored.record, deletedAt: origin.at }
  return { entity, before: stored, after, action: 'delete', ...ofErasure(context) }
}

/** The record as it was before it was deleted. Throws the 409 of one that needs another record which is deleted too. */
export async function planRestore(context: Context, entity: Entity, stored: StoredRecord): Promise<Change> {
  if (!may(context.actor, entity, 'delete')) throw problem('ROLE')
  const { deletedAt: _deletedAt, ...after } = stored.record
  const refusal = (await rulesOf(entity.resource)).restoration?.(after, context.actor)
  if (refusal) throw new Problem(refusal)
  await (await needed()).checkNeeds(context, entity, after)
  return { entity, before: stored, after, action: 'restore', ...ofErasure(context) }
}

/** A change by an operation or the product: past the fields a form may set, but through the same rules. */
export async function planned(
  context: Context,
  entity: Entity,
  stored: StoredRecord,
  changes: RecordValues,
  action: string,
  reason?: string,
): Promise<Change | undefined> {
  const after = await complete(context, entity, { ...stored.record, ...changes }, stored.record)
  if (Object.keys(difference(stored.record, after).next).length === 0) return undefined
  if (entity.resource === User.resource) await (await needed()).checkAdministrator(stored.record, after)
  return { entity, before: stored, after, action, reason, ...ofErasure(context) }
}

const ofErasure = ({ isErasure }: Context) => (isErasure ? { isErasure } : {})

/** Throws the refusal to change a deleted record. */
export function checkPresent({ record }: StoredRecord): void {
  if (record.deletedAt !== undefined) throw problem('DELETED')
}

function editedFields(entity: Entity, record: AnyRecord, body: unknown): RecordValues {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw problem('CHANGE_WRONG')
  const fields: Record<string, unknown> = {}
  const issues: Record<string, Refusal> = {}
  for (const [name, value] of Object.entries(body)) {
    if (name === 'id' || name === 'version') continue
    if (Object.hasOwn(entity.fields, name)) fields[name] = value === '' ? null : value
    else if (!(Object.hasOwn(entity.facts, name) || name === 'deletedAt')) issues[name] = refuse('NOT_A_FIELD')
    else if (!isSame(value, record[name])) issues[name] = refuse('BY_STEPS_ONLY')
  }
  if (Object.keys(issues).length > 0) throw invalid(issues)
  return fields
}

function checkFields({ actor }: Context, entity: Entity, names: readonly string[]): void {
  for (const name of names) {
    const field = fieldOf(entity, name)
    if (field && !maySee(actor, field)) throw invalid({ [name]: refuse('NOT_A_FIELD') })
    if (field && !mayWrite(actor, field)) throw problem('FIELD_ROLE', { field: name })
  }
}

/** A body without empty values: forms send `null` or an empty text for a field without a value. */
export const withoutEmpty = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== ''))
    : body
