import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { endSession, readSubject } from '#functions/platform/store/items/sessionItems.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { problem } from '#shared/declaration/problem.ts'
import { type Role, roles } from '#shared/declaration/roles.ts'
import { User } from '#shared/entities/user.ts'

/** Nobody in particular: the caller of a public page. */
export const publicActor: Actor = { userId: 'patient', name: 'Patient', roles: [], siteIds: [] }

/** How long a user record is trusted before it is read again, in milliseconds; a removed user is out by then. */
const trustMs = 5_000

/** Actors of the last few seconds, by the subject, groups and session of their tokens. */
const recent = new Map<string, { readAt: number; actor: Promise<Actor> }>()

/** The sign-in that a token comes from, whichever token of it that is. */
export interface TokenSession {
  readonly subject: string
  /** Empty for a token that names no session. */
  readonly id: string
  /** Seconds for which a token of it lives. */
  readonly lifeSeconds: number
}

/** A person who is signed in. */
interface SignedIn {
  readonly actor: Actor
  readonly session: TokenSession
}

/**
 * The person behind a verified token. A role counts only when both the token's groups and the user record have it:
 * a stale token cannot keep a role that was withdrawn, and a record alone cannot grant one that the pool lacks.
 */
export async function identify(event: APIGatewayProxyEventV2): Promise<SignedIn> {
  const claims = claimsOf(event)
  const session = sessionOf(claims)
  if (session.subject === '') throw problem('SIGN_IN')
  const key = keyOf(session, String(claims['cognito:groups']))
  const now = Date.now()
  const cached = recent.get(key)
  // A clock that was set back says nothing of an age.
  if (cached && now >= cached.readAt && now < cached.readAt + trustMs) return { actor: await cached.actor, session }
  const actor = actorOf(session, groupsOf(claims['cognito:groups']))
  if (recent.size > 1000) recent.clear()
  recent.set(key, { readAt: now, actor })
  actor.catch(() => recent.delete(key))
  return { actor: await actor, session }
}

const keyOf = ({ subject, id }: TokenSession, groups: string): string => `${subject} ${id} ${groups}`

/** Ends a session: its tokens are refused at once by this instance, and by every other one within seconds. */
export async function endTokenSession(session: TokenSession): Promise<boolean> {
  const now = Math.floor(Date.now() / 1000)
  const isEnded = session.id !== '' && (await endSession(session.subject, session.id, now + session.lifeSeconds, now))
  const own = keyOf(session, '')
  for (const key of recent.keys()) if (key.startsWith(own)) recent.delete(key)
  return isEnded
}

/**
 * The session of a token. Cognito names it in all of its tokens, renewed ones too, by `origin_jti`; the identity provider
 * at home, which has no such claim, by `event_id` in those of one sign-in.
 */
function sessionOf({ sub, origin_jti, event_id, jti, exp, iat }: Readonly<Record<string, unknown>>): TokenSession {
  const id = [origin_jti, event_id, jti].find((each) => typeof each === 'string' && /^[\w-]{1,80}$/.test(each))
  const life = Number(exp) - Number(iat)
  return {
    subject: typeof sub === 'string' ? sub : '',
    id: typeof id === 'string' ? id : '',
    lifeSeconds: Number.isFinite(life) ? life : 86_400,
  }
}

async function actorOf({ subject, id }: TokenSession, groups: readonly string[]): Promise<Actor> {
  const known = await readSubject(subject)
  if (known?.endedSessions.has(id)) throw problem('SESSION_ENDED')
  const user = known && (await getRecord(User, known.userId))?.record
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
