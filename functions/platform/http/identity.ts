import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { getByUnique } from '#functions/platform/store/read.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { problem } from '#shared/declaration/problem.ts'
import { type Role, roles } from '#shared/declaration/roles.ts'
import { User } from '#shared/entities/user.ts'

/** Nobody in particular: the caller of a public page. */
export const publicActor: Actor = { userId: 'patient', name: 'Patient', roles: [], siteIds: [] }

/** How long a user record is trusted before it is read again, in milliseconds; a removed user is out by then. */
const trustMs = 5_000

/** Actors of the last few seconds, by the subject and groups of their tokens. */
const recent = new Map<string, { until: number; actor: Promise<Actor> }>()

/**
 * The person behind a verified token. A role counts only when both the token's groups and the user record have it:
 * a stale token cannot keep a role that was withdrawn, and a record alone cannot grant one that the pool lacks.
 */
export async function identify(event: APIGatewayProxyEventV2): Promise<Actor> {
  const claims = claimsOf(event)
  const subject = claims.sub
  if (typeof subject !== 'string' || subject === '') throw problem('SIGN_IN')
  const key = `${subject} ${String(claims['cognito:groups'])}`
  const now = Date.now()
  const cached = recent.get(key)
  if (cached && cached.until > now) return cached.actor
  const actor = actorOf(subject, groupsOf(claims['cognito:groups']))
  if (recent.size > 1000) recent.clear()
  recent.set(key, { until: now + trustMs, actor })
  actor.catch(() => recent.delete(key))
  return actor
}

async function actorOf(subject: string, groups: readonly string[]): Promise<Actor> {
  const user = (await getByUnique(User, ['subject'], [subject]))?.record
  if (!user?.isActive || user.deletedAt !== undefined) throw problem('NO_USER')
  const { id: userId, name, siteIds } = user
  return { userId, name, siteIds, roles: user.roles.filter((role) => groups.includes(role)) }
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
