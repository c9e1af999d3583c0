import { type Config, identityUrl } from './config.ts'

interface Tokens {
  readonly idToken: string
  readonly refreshToken?: string
  readonly expiresAt: number
}

interface CognitoReply {
  AuthenticationResult?: { IdToken?: string; RefreshToken?: string; ExpiresIn?: number }
  ChallengeName?: string
  Session?: string
  message?: string
  __type?: string
}

/** The identity service refused what was sent, asks for something else, or did not answer. */
export class SignInError extends Error {
  readonly reason: 'wrong-password' | 'new-password' | 'too-many' | 'refused' | 'unreachable'
  constructor(reason: SignInError['reason'], message: string) {
    super(message)
    this.name = 'SignInError'
    this.reason = reason
  }
}

/** What the session needs from outside, so that a test can replace it. */
export interface SessionContext {
  readonly fetch: typeof fetch
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly config: () => Promise<Config>
  readonly now?: () => number
}

const key = 'redress.session'
const reasons: Readonly<Record<string, SignInError['reason']>> = {
  NotAuthorizedException: 'wrong-password',
  UserNotFoundException: 'wrong-password',
  TooManyRequestsException: 'too-many',
  LimitExceededException: 'too-many',
}

/** The signed-in person's tokens in session storage, which is why closing the tab signs out. */
export class Session {
  readonly #context: SessionContext
  #renewal: Promise<string | undefined> | undefined
  #challenge: { email: string; session: string } | undefined

  constructor(context: SessionContext) {
    this.#context = context
  }

  get isSignedIn(): boolean {
    return this.#read() !== undefined
  }

  /** Signs in; throws a SignInError, with `new-password` when a first password must be replaced. */
  async signIn(email: string, password: string): Promise<void> {
    const answer = await this.#call('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
    })
    if (answer.ChallengeName === 'NEW_PASSWORD_REQUIRED') {
      this.#challenge = { email, session: answer.Session ?? '' }
      throw new SignInError('new-password', 'Choose a password of your own.')
    }
    this.#store(answer)
  }

  /** Answers the challenge of a first sign-in. */
  async replacePassword(password: string): Promise<void> {
    if (!this.#challenge) throw new SignInError('refused', 'Sign in first.')
    const answer = await this.#call('RespondToAuthChallenge', {
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: this.#challenge.session,
      ChallengeResponses: { USERNAME: this.#challenge.email, NEW_PASSWORD: password },
    })
    this.#challenge = undefined
    this.#store(answer)
  }

  /** A token that is valid for another minute or more, renewed when needed; undefined when signed out. */
  async token(): Promise<string | undefined> {
    const tokens = this.#read()
    if (!tokens) return undefined
    if (tokens.expiresAt - this.#now() > 60_000) return tokens.idToken
    this.#renewal ??= this.#renew(tokens).finally(() => {
      this.#renewal = undefined
    })
    return this.#renewal
  }

  /** Renews at once, after an answer refused the token. */
  async renew(): Promise<string | undefined> {
    const tokens = this.#read()
    if (!tokens) return undefined
    this.#renewal ??= this.#renew(tokens).finally(() => {
      this.#renewal = undefined
    })
    return this.#renewal
  }

  signOut(): void {
    this.#context.storage.removeItem(key)
  }

  async #renew(tokens: Tokens): Promise<string | undefined> {
    if (!tokens.refreshToken) return this.#end()
    try {
      const answer = await this.#call('InitiateAuth', {
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: tokens.refreshToken },
      })
      return this.#store(answer, tokens.refreshToken)
    } catch (error) {
      if (error instanceof SignInError && error.reason === 'unreachable') return tokens.idToken
      return this.#end()
    }
  }

  #end(): undefined {
    this.signOut()
    return undefined
  }

  async #call(action: string, body: Record<string, unknown>): Promise<CognitoReply> {
    const config = await this.#context.config()
    const answer = await this.#context
      .fetch(identityUrl(config), {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-amz-json-1.1',
          'X-Amz-Target': `AWSCognitoIdentityProviderService.${action}`,
        },
        body: JSON.stringify({ ClientId: config.userPoolClientId, ...body }),
      })
      .catch(() => {
        throw new SignInError('unreachable', 'The sign-in service does not answer.')
      })
    const json = (await answer.json().catch(() => ({}))) as CognitoReply
    if (answer.ok) return json
    const type = (json.__type ?? '').split('#').pop() ?? ''
    throw new SignInError(reasons[type] ?? 'refused', json.message ?? 'Not signed in.')
  }

  #store(answer: CognitoReply, refreshToken?: string): string {
    const result = answer.AuthenticationResult
    if (!result?.IdToken) throw new SignInError('refused', 'The sign-in service asks for something unknown.')
    const tokens: Tokens = {
      idToken: result.IdToken,
      refreshToken: result.RefreshToken ?? refreshToken,
      expiresAt: this.#now() + (result.ExpiresIn ?? 3600) * 1000,
    }
    this.#context.storage.setItem(key, JSON.stringify(tokens))
    return tokens.idToken
  }

  #read(): Tokens | undefined {
    const text = this.#context.storage.getItem(key)
    return text ? (JSON.parse(text) as Tokens) : undefined
  }

  #now(): number {
    return this.#context.now?.() ?? Date.now()
  }
}
