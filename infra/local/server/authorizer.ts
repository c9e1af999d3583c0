import { JwtRsaVerifier } from 'aws-jwt-verify'
import { JwtExpiredError } from 'aws-jwt-verify/error'
import type { Jwks } from 'aws-jwt-verify/jwk'
import type { Claims } from './event.ts'

/** Whose tokens are accepted: the pool's issuer, the panel's client, the pool's public keys. */
export type Trust = { issuer: string; clientId: string; jwks: Jwks }

/** The reason why a token was refused, in words for the caller. */
export class TokenRefusal extends Error {}

/** Verifies a header and returns the caller's claims; throws `TokenRefusal`. */
export type Authorize = (authorization: string | undefined) => Claims

/** An HTTP API writes numbers and booleans as text and lists as `[a b]`; `platform/http` accepts only this form. */
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
    if (!token) throw new TokenRefusal('Sign in first: the request carries no bearer token.')
    let payload: Record<string, unknown>
    try {
      payload = verifier.verifySync(token)
    } catch (error) {
      throw new TokenRefusal(error instanceof JwtExpiredError ? 'The session has expired.' : 'The token is not valid.')
    }
    const audience = payload.token_use === 'id' ? payload.aud : payload.token_use === 'access' && payload.client_id
    if (audience !== clientId) throw new TokenRefusal('The token was issued for another application.')
    return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asText(value)]))
  }
}
