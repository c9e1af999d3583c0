import { JwtRsaVerifier } from 'aws-jwt-verify'
import { JwtExpiredError } from 'aws-jwt-verify/error'
import type { Jwks } from 'aws-jwt-verify/jwk'
import type { Claims } from './event.ts'

/** Whose tokens are accepted: the pool's issuer, the panel's client, the pool's public keys. */
export type Trust = { issuer: string; clientId: string; jwks: Jwks }

/** Why a token was refused, in words the caller may see. */
export class TokenRefused extends Error {}

/** A verified caller's claims, or `Refused`. */
export type Authorize = (authorization: string | undefined) => Claims

/** An HTTP API writes numbers and booleans as text and lists as `[a b]`; the kit parses that one form strictly. */
const asText = (value: unknown) =>
  Array.isArray(value) ? `[${value.join(' ')}]` : typeof value === 'object' ? JSON.stringify(value) : String(value)

/**
 * Checks what API Gateway's JWT authorizer checks: signature, issuer, time, and the client in `aud` (identity tokens)
 * or `client_id` (access tokens); a refresh token, which has no `token_use`, is refused.
 */
export const createAuthorizer = ({ issuer, clientId, jwks }: Trust): Authorize => {
  const verifier = JwtRsaVerifier.create({ issuer, audience: null, jwksUri: 'http://127.0.0.1/jwks.json' })
  verifier.cacheJwks(jwks)
  return (authorization) => {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
    if (!token) throw new TokenRefused('Sign in first: the request carries no bearer token.')
    let payload: Record<string, unknown>
    try {
      payload = verifier.verifySync(token)
    } catch (error) {
      throw new TokenRefused(error instanceof JwtExpiredError ? 'The session has expired.' : 'The token is not valid.')
    }
    const audience = payload.token_use === 'id' ? payload.aud : payload.token_use === 'access' && payload.client_id
    if (audience !== clientId) throw new TokenRefused('The token was issued for another application.')
    return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asText(value)]))
  }
}
