import { type Context, maySeeDeleted } from '#functions/platform/http/context.ts'
import { isIdOf, type Reply, type Request } from '#functions/platform/http/operation.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { isOwnSite, visible } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { malformed, notFound, Problem } from '#shared/declaration/problem.ts'
import { save, staleVersion } from './save.ts'

/** A record of one of the actor's sites; anything else is a 404 that does not say which. */
export async function load(
  context: Context,
  entity: Entity,
  id: string,
  options: { consistent?: boolean } = {},
): Promise<StoredRecord> {
  const stored = isIdOf(entity, id) ? await getRecord(id, { meter: context.meter, ...options }) : undefined
  if (!stored || !isOwnSite(context.actor, entity, stored.record)) throw notFound()
  if (stored.record.deletedAt !== undefined && !maySeeDeleted(context.actor, entity)) throw notFound()
  return stored
}

/** The record as the actor may see it, with its ETag. */
export const recordReply = (request: Request, entity: Entity, { record }: StoredRecord, status = 200): Reply => ({
  status,
  body: visible(request.actor, entity, record),
  headers: { etag: `"${record.version}"` },
})

/** Version the caller last saw, from `If-Match` or the body; throws 428 when neither is given. */
export function versionSeen(request: Request): number {
  const version = versionGiven(request)
  if (version !== undefined) return version
  throw new Problem(428, 'Say which version you changed: If-Match: "7", or version in the body.')
}

/** As `versionSeen`, but undefined when none is given. */
export function versionGiven(request: Request): number | undefined {
  const header = request.headers['if-match']
  if (header !== undefined) {
    const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())
    if (!match) throw malformed('If-Match holds a version such as "7".')
    return Number(match[1])
  }
  const { body } = request
  const version = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined
  if (version === undefined) return undefined
  if (typeof version === 'number' && Number.isInteger(version) && version > 0) return version
  throw malformed('version is a whole number.')
}

/** Throws the 412 when the record is no longer the version the caller saw. */
export function checkVersion(context: Context, entity: Entity, stored: StoredRecord, seen: number | undefined): void {
  if (seen !== undefined && stored.record.version !== seen) throw staleVersion(context, entity, stored.record)
}

/** Writes one planned change, or gives the record back when nothing differs. */
export async function saveOne(
  context: Context,
  stored: StoredRecord,
  change: Change | undefined,
): Promise<StoredRecord> {
  const [saved] = change ? await save(context, [change]) : []
  return saved ?? stored
}

/** The body of an action without the version that may come with it. */
export function stepBody({ body: sent }: Request): Readonly<Record<string, unknown>> {
  const { version: _version, ...body } =
    typeof sent === 'object' && sent !== null ? { version: 0, ...sent } : { version: 0 }
  return body
}
