import { type Config, identityUrl } from '../config.ts'
import { type CognitoReply, type PoolCall, SignInError } from '../signInError.ts'
import type { Tokens } from './tokens.ts'

const reasons: Readonly<Record<string, SignInError['reason']>> = {
  CodeMismatchException: 'wrong-code',
  EnableSoftwareTokenMFAException: 'wrong-code',
  ExpiredCodeException: 'wrong-code',
  // The firewall before the user pool.
  ForbiddenException: 'too-many',
  NotAuthorizedException: 'wrong-password',
  UserNotFoundException: 'wrong-password',
  TooManyRequestsException: 'too-many',
  LimitExceededException: 'too-many',
}

/** Calls the user pool that the configuration names; throws a SignInError that says why it did not take the call. */
export const poolCall =
  (fetcher: typeof fetch, config: () => Promise<Config>): PoolCall =>
  async (action, body, options = {}) => {
    const settings = await config()
    const answer = await fetcher(identityUrl(settings), {
      ...options,
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': `AWSCognitoIdentityProviderService.${action}`,
      },
      body: JSON.stringify({ ClientId: settings.userPoolClientId, ...body }),
    }).catch(() => {
      throw new SignInError('unreachable', 'The sign-in service does not answer.')
    })
    const json = (await answer.json().catch(() => ({}))) as CognitoReply
    if (answer.ok) return json
    const type = (json.__type ?? '').split('#').pop() ?? ''
    throw new SignInError(reasons[type] ?? 'refused', json.message ?? 'Not signed in.')
  }

/** The tokens of an answer; `before` are those that it renews. Throws when it asks for something that the panel does not know. */
export function tokensOf({ AuthenticationResult: result }: CognitoReply, nowMs: number, before?: Tokens): Tokens {
  if (!result?.IdToken) throw new SignInError('refused', 'The sign-in service asks for something unknown.')
  return {
    idToken: result.IdToken,
    refreshToken: result.RefreshToken ?? before?.refreshToken,
    expiresAt: nowMs + (result.ExpiresIn ?? 3600) * 1000,
    signedInAt: before?.signedInAt ?? nowMs,
  }
}
