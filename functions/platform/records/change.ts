import { createHash } from 'node:crypto'
import { ulid } from 'ulid'
import { type Context, referenced } from '#functions/platform/http/context.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { isOwnSite, may, maySee, mayWrite } from '#shared/declaration/access.ts'
import { type AnyRecord, bodyOf, changeOf, creationOf, type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { conflict, fieldErrors, forbidden, invalid, Problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import { isRefusal, type Refusal } from '#shared/rules/decision.ts'
import { rulesOf } from '#shared/rules/index.ts'
import { canonical } from '#shared/values/canonical.ts'
import { relatedTo } from './related.ts'

type Values = Readonly<Record<string, unknown>>

/** A new record as it would be written; `facts` are given by operations, never by a caller. Its number is assigned at writing. */
export async function planCreate(
  context: Context,
  entity: Entity,
  body: unknown,
  options: { facts?: Values; id?: string; reason?: string; isOwnOperation?: boolean } = {},
): Promise<Change> {
  if (!options.isOwnOperation && !may(context.actor, entity, 'create')) throw roleRefused()
  const parsed = creationOf(entity).safeParse(withoutEmpty(body))
  if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues))
  checkFields(context, entity, Object.keys(parsed.data))
  const base = { id: options.id ?? newId(entity, context.origin.at), version: 0 }
  const stamps = Object.hasOwn(entity.facts, 'createdAt') ? { createdAt: context.origin.at } : {}
  const draft: AnyRecord = { ...entity.initial, ...stamps, ...parsed.data, ...options.facts, ...base }
  const after = await completed(context, entity, draft, undefined)
  return { entity, after, action: 'create', reason: options.reason }
}

/** A changed record as it would be written; `null` clears. Facts sent back unchanged are let pass, other names refused. */
export async function planUpdate(
  context: Context,
  entity: Entity,
  stored: StoredRecord,
  body: unknown,
  reason?: string,
): Promise<Change | undefined> {
  if (entity.isAppendOnly || !may(context.actor, entity, 'update')) throw roleRefused()
  checkThere(stored)
  const changes = parseChanges(entity, stored.record, body)
  checkFields(context, entity, Object.keys(changes))
  return planned(context, entity, stored, changes, 'update', reason)
}

/** The record after an action, decided by its rule; steps that an operation carries out are refused here. */
export async function planAction(
  context: Context,
  entity: Entity,
  stored: StoredRecord,
  name: string,
  body: unknown,
): Promise<Change | undefined> {
  if (entity.actions[name]?.hasOperation) throw noSuchStep(entity, name)
  const { changes, reason } = await decideAction(context, entity, stored, name, body)
  return planned(context, entity, stored, changes, name, reason)
}

/** What the rule of an action says to a body, as checked; a refusal is thrown as its problem. */
export async function decideAction(
  context: Context,
  entity: Entity,
  stored: StoredRecord,
  name: string,
  given: unknown,
): Promise<{ changes: Values; reason?: string; body: Values }> {
  const action = entity.actions[name]
  const rule = rulesOf(entity.resource).actions[name]
  if (!action || !rule) throw noSuchStep(entity, name)
  if (!may(context.actor, entity, name)) throw roleRefused()
  checkThere(stored)
  const parsed = bodyOf(action).safeParse(withoutEmpty(given ?? {}))
  if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues))
  const body = parsed.data
  const related = await relatedTo(context, rule.needs ?? {}, stored.record, body)
  const answer = rule.decide({ record: stored.record, body, actor: context.actor, now: context.origin.at, related })
  if (isRefusal(answer)) throw refusalProblem(answer)
  const hashes = Object.entries(answer.checksums ?? {}).map(([fact, text]) => [
    fact,
    createHash('sha256').update(text).digest('hex'),
  ])
  return { changes: { ...answer.changes, ...Object.fromEntries(hashes) }, reason: answer.reason, body }
}

/** The record without what a list shows of it; restoring undoes it. */
export const planDelete = (context: Context, entity: Entity, stored: StoredRecord): Change => {
  if (!may(context.actor, entity, 'delete')) throw roleRefused()
  return { entity, before: stored, after: { ...stored.record, deletedAt: context.origin.at }, action: 'delete' }
}

/** The record as it was before it was deleted. */
export function planRestore(context: Context, entity: Entity, stored: StoredRecord): Change {
  if (!may(context.actor, entity, 'delete')) throw roleRefused()
  const { deletedAt: _gone, ...after } = stored.record
  return { entity, before: stored, after, action: 'restore' }
}

/** A change by an operation or the product, past the fields a form may set but through the same rules. */
export async function planned(
  context: Context,
  entity: Entity,
  stored: StoredRecord,
  changes: Values,
  action: string,
  reason?: string,
): Promise<Change | undefined> {
  const draft = { ...stored.record, ...changes }
  const after = await completed(context, entity, draft, stored.record)
  if (canonical(stripped(after)) === canonical(stripped(stored.record))) return undefined
  return { entity, before: stored, after, action, reason }
}

/** References checked, copies and derived facts filled in, and the record's own rule asked. */
async function completed(
  context: Context,
  entity: Entity,
  draft: AnyRecord,
  before: AnyRecord | undefined,
): Promise<AnyRecord> {
  await checkReferences(context, entity, draft, before)
  const copies: Record<string, unknown> = {}
  for (const [name, [reference, field]] of Object.entries(entity.copies ?? {})) {
    const id = draft[reference]
    const isSame = before !== undefined && before[reference] === id
    if (isSame || typeof id !== 'string') continue
    copies[name] = (await referenced(context, id))?.record[field]
  }
  let after: AnyRecord = { ...draft, ...copies }
  const { derivation } = rulesOf(entity.resource)
  if (derivation) {
    const links: Record<string, AnyRecord | undefined> = {}
    for (const name of derivation.links ?? []) {
      const id = after[name]
      if (typeof id === 'string') links[name] = (await referenced(context, id))?.record
    }
    after = { ...after, ...derivation.derive(after, links, context.origin.at, context.actor) }
    const refused = derivation.check?.(after, before, context.actor, links)
    if (refused) throw refusalProblem(refused)
  }
  checkSize(after)
  if (!isOwnSite(context.actor, entity, after)) throw forbidden('FOREIGN_SITE', 'That site is not one of yours.')
  return after
}

async function checkReferences(
  context: Context,
  entity: Entity,
  draft: AnyRecord,
  before: AnyRecord | undefined,
): Promise<void> {
  const errors: Record<string, string> = {}
  for (const [name, value] of Object.entries(draft)) {
    const field = fieldOf(entity, name)
    if (!field?.resource || canonical(value ?? null) === canonical(before?.[name] ?? null)) continue
    const ids = (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string')
    const target = entityOf(field.resource)
    for (const id of ids) {
      const found = id.startsWith(`${target.prefix}_`) ? await referenced(context, id) : undefined
      const isFound = found && found.record.deletedAt === undefined && isOwnSite(context.actor, target, found.record)
      if (!isFound) errors[name] = 'There is no such record, or it is not one of your sites.'
    }
  }
  if (Object.keys(errors).length > 0) throw invalid(errors)
}

function parseChanges(entity: Entity, record: AnyRecord, body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Problem(400, 'A change is an object of fields.')
  const sent: Record<string, unknown> = {}
  const errors: Record<string, string> = {}
  for (const [name, value] of Object.entries(body)) {
    if (name === 'id' || name === 'version') continue
    if (Object.hasOwn(entity.fields, name)) sent[name] = value === '' ? null : value
    else if (!(Object.hasOwn(entity.facts, name) || name === 'deletedAt'))
      errors[name] = 'is not a field that can be set here'
    else if (canonical(value ?? null) !== canonical(record[name] ?? null))
      errors[name] = 'is changed by the steps of the record, not by editing'
  }
  if (Object.keys(errors).length > 0) throw invalid(errors)
  const parsed = changeOf(entity).safeParse(sent)
  if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues))
  return parsed.data
}

function checkFields(context: Context, entity: Entity, names: readonly string[]): void {
  for (const name of names) {
    const field = fieldOf(entity, name)
    if (field && !maySee(context.actor, field)) throw invalid({ [name]: 'is not a field that can be set here' })
    if (field && !mayWrite(context.actor, field)) throw forbidden('FIELD_ROLE', `Your role may not change ${name}.`)
  }
}

/** The problem a refusal becomes. */
export const refusalProblem = ({ refused, rule, message }: Refusal): Problem =>
  refused === 403 ? forbidden(rule, message) : conflict(rule, message)

const noSuchStep = (entity: Entity, name: string) =>
  conflict('NO_SUCH_STEP', `${entity.resource} have no step "${name}" that can be taken this way.`)

function checkThere({ record }: StoredRecord): void {
  if (record.deletedAt !== undefined)
    throw conflict('DELETED', 'This record was deleted. Restore it before you change it.')
}

/** Most a record may hold, in bytes of JSON: history keeps it twice within an item of 400 KB, a limit of DynamoDB. */
const recordLimit = 180_000

function checkSize(record: AnyRecord): void {
  if (Buffer.byteLength(JSON.stringify(record)) > recordLimit)
    throw new Problem(413, 'A record holds 180 kB at the most. Shorten its texts or lists.')
}

const roleRefused = () => forbidden('ROLE', 'Your role does not include this.')

/** A new id: the noun and a ULID whose time is the given instant's. */
export const newId = (entity: Entity, now: string): string => `${entity.prefix}_${ulid(Date.parse(now))}`

const withoutEmpty = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== ''))
    : body

const stripped = ({ version: _version, ...rest }: AnyRecord): unknown =>
  Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== null))
