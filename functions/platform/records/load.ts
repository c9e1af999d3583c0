import { type Context, maySeeDeleted } from '#functions/platform/http/context.ts'
import { idOf, type Request } from '#functions/platform/http/operation.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { visible } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity, RecordOf, RecordValues } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import type { AccessWay } from '#shared/entities/accessEntry.ts'
import { refuse } from '#shared/refusals.ts'
import { noteAccess } from './accessLog.ts'
import { isReached } from './reach.ts'
import { isConflictBeside, retryOnConflict, writeAttempts } from './retryOnConflict.ts'
import { save, staleVersion } from './save.ts'

interface LoadOptions {
  readonly consistent?: boolean
  /** What of it is read, if it is restricted. */
  readonly way?: AccessWay
}

/**
 * A record within the actor's reach; anything else is a 404 that does not say which. That a restricted one is read is
 * entered first.
 */
export async function load<E extends Entity>(
  context: Context,
  entity: E,
  id: string,
  { consistent = false, way = 'record' }: LoadOptions = {},
): Promise<StoredRecord<RecordOf<E>>> {
  const { actor, meter } = context
  const stored = await getRecord(entity, id, { meter, consistent })
  if (!stored || !(await isReached(context, entity, stored.record))) throw problem('NOT_FOUND')
  if (stored.record.deletedAt !== undefined && !maySeeDeleted(actor, entity)) throw problem('NOT_FOUND')
  await noteAccess(context, entity, [stored.record], way)
  return stored
}

/** The record of a request as it is at this moment; throws the 412 when it is not the version the caller saw. */
export async function loadToChange<E extends Entity>(
  request: Request,
  entity: E,
  versionFrom: (request: Request) => number | undefined = versionOf,
): Promise<StoredRecord<RecordOf<E>>> {
  const stored = await load(request.context, entity, idOf(request), { consistent: true })
  checkVersion(request.context, entity, stored, versionFrom(request))
  return stored
}

/** The record as the actor may see it, with its ETag. */
export const recordReply = ({ actor }: Request, entity: Entity, { record }: StoredRecord, status = 200) => ({
  status,
  body: visible(actor, entity, record),
  headers: { etag: `"${record.version}"` },
})

/** Version the caller last saw, from `If-Match` or the body; throws 428 when neither has one. */
export function requiredVersion(request: Request): number {
  const version = versionOf(request)
  if (version === undefined) throw problem('VERSION_NEEDED')
  return version
}

/** As `requiredVersion`, but undefined when there is none. */
export function versionOf({ headers, body }: Request): number | undefined {
  const header = headers['if-match']
  if (header !== undefined) {
    const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())
    if (!match) throw problem('VERSION_WRONG')
    return Number(match[1])
  }
  const version = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined
  if (version === undefined) return undefined
  if (typeof version === 'number' && Number.isInteger(version) && version > 0) return version
  throw problem('VERSION_WRONG')
}

/** Throws the 412 when the record is no longer the version the caller saw. */
export function checkVersion(context: Context, entity: Entity, stored: StoredRecord, version?: number): void {
  if (version !== undefined && stored.record.version !== version) throw staleVersion(context, entity, stored.record)
}

/** The record that somebody changes, and the version of it that this person saw, if they say so. */
interface NamedRecord {
  readonly id: string
  readonly version?: number
}

/**
 * Reads a record, plans what is written of it and with it, and writes that; the record as it then is. Planned again, of
 * what is read then, when others write one of the records meanwhile. A caller who names a version gets the 412 when the
 * record is another one by now.
 */
export const changeOne = <E extends Entity>(
  context: Context,
  entity: E,
  { id, version }: NamedRecord,
  plan: (context: Context, stored: StoredRecord<RecordOf<E>>) => Promise<readonly Change[]>,
): Promise<StoredRecord<RecordOf<E>>> =>
  retryOnConflict(
    async () => {
      const own = { ...context, references: new Map() }
      const stored = await load(own, entity, id, { consistent: true })
      checkVersion(own, entity, stored, version)
      return saveOwn(own, stored, await plan(own, stored))
    },
    {
      attempts: writeAttempts,
      busy: refuse('STORE_BUSY'),
      ...(version !== undefined && { isConflict: isConflictBeside(id) }),
    },
  )

async function saveOwn<R extends AnyRecord>(
  context: Context,
  stored: StoredRecord<R>,
  changes: readonly Change[],
): Promise<StoredRecord<R>> {
  const saved = changes.length > 0 ? await save(context, changes) : []
  const own = saved.find(({ record }) => record.id === stored.record.id)
  return own ? (own as StoredRecord<R>) : stored
}

/** The body of a step without the version that may come with it; throws the 400 of what is no object. */
export function stepBody({ body }: Request): RecordValues {
  if (body === undefined) return {}
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw problem('CHANGE_WRONG')
  const { version: _version, ...values } = { version: 0, ...body }
  return values
}
