import { secondFactorClaim } from '#shared/rules/users/secondFactor.ts'
import { type CognitoReply, type PoolCall, SignInError, type SignInReason } from './signInError.ts'

/** What a challenge of the user pool asks for, by its name. */
const challenges: Readonly<Record<string, SignInReason>> = {
  NEW_PASSWORD_REQUIRED: 'new-password',
  SOFTWARE_TOKEN_MFA: 'code',
}

/** Whether a token says that its person has to set up a second factor first. The claim asks; the API does not trust it. */
function asksForFactor(idToken: string): boolean {
  const [, part = ''] = idToken.split('.')
  try {
    return secondFactorClaim in JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')))
  } catch {
    return false
  }
}

/** One sign-in from the password to the tokens, through what the user pool asks for on the way. */
export class SignInFlow {
  readonly #call: PoolCall
  #challenge: { email: string; session: string } | undefined
  #withoutFactor: CognitoReply['AuthenticationResult']

  constructor(call: PoolCall) {
    this.#call = call
  }

  /** Begins with a password; gives the tokens, or throws a `SignInError` that says what comes next. */
  async begin(email: string, password: string): Promise<CognitoReply> {
    return this.#accept(
      email,
      await this.#call('InitiateAuth', {
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: email, PASSWORD: password },
      }),
    )
  }

  /** Replaces a first password. */
  replacePassword(password: string): Promise<CognitoReply> {
    return this.#answer('NEW_PASSWORD_REQUIRED', { NEW_PASSWORD: password })
  }

  /** Gives the code of the app that makes them. */
  enterCode(code: string): Promise<CognitoReply> {
    return this.#answer('SOFTWARE_TOKEN_MFA', { SOFTWARE_TOKEN_MFA_CODE: code })
  }

  /** The key for an app that makes codes. */
  async newKey(): Promise<string> {
    const answer = await this.#asPerson('AssociateSoftwareToken', {})
    return answer.SecretCode ?? ''
  }

  /** Keeps the app as second factor when its code is right, and gives tokens with all roles. */
  async keepFactor(code: string): Promise<CognitoReply> {
    await this.#asPerson('VerifySoftwareToken', { UserCode: code })
    await this.#asPerson('SetUserMFAPreference', { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } })
    const { RefreshToken } = this.#withoutFactor ?? {}
    const answer = await this.#call('InitiateAuth', {
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    })
    this.#withoutFactor = undefined
    return { AuthenticationResult: { RefreshToken, ...answer.AuthenticationResult } }
  }

  async #asPerson(action: string, body: Record<string, unknown>): Promise<CognitoReply> {
    const { AccessToken } = this.#withoutFactor ?? {}
    if (!AccessToken) throw new SignInError('refused', 'Sign in first.')
    return this.#call(action, { AccessToken, ClientId: undefined, ...body })
  }

  async #answer(ChallengeName: string, responses: Record<string, string>): Promise<CognitoReply> {
    if (!this.#challenge) throw new SignInError('refused', 'Sign in first.')
    const { email, session: Session } = this.#challenge
    const ChallengeResponses = { USERNAME: email, ...responses }
    return this.#accept(
      email,
      await this.#call('RespondToAuthChallenge', { ChallengeName, Session, ChallengeResponses }),
    )
  }

  #accept(email: string, answer: CognitoReply): CognitoReply {
    const next = challenges[answer.ChallengeName ?? '']
    this.#challenge = next && { email, session: answer.Session ?? '' }
    if (next) throw new SignInError(next, 'The sign-in goes on.')
    const { IdToken, AccessToken } = answer.AuthenticationResult ?? {}
    if (!IdToken || !AccessToken || !asksForFactor(IdToken)) return answer
    this.#withoutFactor = answer.AuthenticationResult
    throw new SignInError('set-up', 'A second factor comes first.')
  }
}
