import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { getByUnique } from '#functions/platform/store/read.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { forbidden, Problem } from '#shared/declaration/problem.ts'
import { type Role, roles } from '#shared/declaration/roles.ts'
import { User } from '#shared/entities/user.ts'

/** Nobody in particular: the caller of a public page. */
export const publicActor: Actor = { userId: 'patient', name: 'Patient', roles: [], siteIds: [] }

/** How long a user record is trusted before it is read again, in milliseconds; a removed user is out by then. */
const trusted = 5_000
const seen = new Map<string, { until: number; actor: Promise<Actor> }>()

/**
 * The person behind a verified token. A role counts only when both the token's groups and the user record hold it:
 * a stale token cannot keep what was taken away, and a record alone cannot grant what the pool does not know.
 */
export async function identify(event: APIGatewayProxyEventV2): Promise<Actor> {
  const claims = claimsOf(event)
  const subject = claims.sub
  if (typeof subject !== 'string' || subject === '') throw new Problem(401, 'Sign in first.')
  const key = `${subject} ${String(claims['cognito:groups'])}`
  const now = Date.now()
  const known = seen.get(key)
  if (known && known.until > now) return known.actor
  const actor = actorOf(subject, groupsOf(claims['cognito:groups']))
  if (seen.size > 1000) seen.clear()
  seen.set(key, { until: now + trusted, actor })
  actor.catch(() => seen.delete(key))
  return actor
}

async function actorOf(subject: string, groups: readonly string[]): Promise<Actor> {
  const stored = await getByUnique(User, ['subject'], [subject])
  const record: Partial<User> | undefined = stored?.record
  if (!record?.isActive || record.deletedAt !== undefined)
    throw forbidden('NO_USER', 'Your account is not active here. Ask an administrator.')
  return {
    userId: record.id ?? '',
    name: record.name ?? '',
    roles: (record.roles ?? []).filter((role) => groups.includes(role)),
    siteIds: record.siteIds ?? [],
  }
}

/** Groups of a token: an array, or the string `[a b]` an HTTP API authorizer makes of it; unknown names are dropped. */
export function groupsOf(claim: unknown): Role[] {
  const names = Array.isArray(claim)
    ? claim
    : typeof claim === 'string'
      ? claim.replace(/^\[(.*)\]$/, '$1').split(/[\s,]+/)
      : []
  return roles.filter((role) => names.includes(role))
}

function claimsOf(event: APIGatewayProxyEventV2): Record<string, unknown> {
  const context: object = event.requestContext
  const authorizer = 'authorizer' in context ? context.authorizer : undefined
  const jwt = isObject(authorizer) ? authorizer.jwt : undefined
  return isObject(jwt) && isObject(jwt.claims) ? jwt.claims : {}
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
