import { type Config, identityUrl } from './config.ts'
import { type CognitoReply, SignInError } from './signInError.ts'
import type { SignInFlow } from './signInFlow.ts'

interface Tokens {
  readonly idToken: string
  readonly refreshToken?: string
  readonly expiresAt: number
}

/** What the session needs from outside, so that a test can replace it. */
export interface SessionContext {
  readonly fetch: typeof fetch
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly config: () => Promise<Config>
  readonly now?: () => number
}

const key = 'redress.session'

/** Longest wait for the servers at a sign-out, in milliseconds. */
const endingMs = 3000

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

/** The signed-in person's tokens in session storage, which is why closing the tab signs out. */
export class Session {
  readonly #context: SessionContext
  #renewal: Promise<string | undefined> | undefined
  #flow: Promise<SignInFlow> | undefined

  constructor(context: SessionContext) {
    this.#context = context
  }

  /** Its code is fetched by those who sign in, and not by those who are. */
  #signIn(): Promise<SignInFlow> {
    this.#flow ??= import('./signInFlow.ts').then(({ SignInFlow: Flow }) => new Flow((...call) => this.#call(...call)))
    // Somebody may be offline for a moment.
    this.#flow.catch(() => {
      this.#flow = undefined
    })
    return this.#flow
  }

  get isSignedIn(): boolean {
    return this.#read() !== undefined
  }

  /** Signs in; throws a SignInError, which also says what is asked for next: a password of one's own, a code, a set-up. */
  async signIn(email: string, password: string): Promise<void> {
    this.#store(await (await this.#signIn()).begin(email, password))
  }

  /** Answers the challenge of a first sign-in. */
  async replacePassword(password: string): Promise<void> {
    this.#store(await (await this.#signIn()).replacePassword(password))
  }

  /** Answers the challenge of a second factor. */
  async enterCode(code: string): Promise<void> {
    this.#store(await (await this.#signIn()).enterCode(code))
  }

  /** The key for an app that makes codes, for a person who has to set one up. */
  async newKey(): Promise<string> {
    return (await this.#signIn()).newKey()
  }

  /** Keeps that app as second factor, by a first code of it. */
  async keepFactor(code: string): Promise<void> {
    this.#store(await (await this.#signIn()).keepFactor(code))
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

  /** Forgets the tokens, and has the API and the user pool refuse them; a server that does not answer delays nobody for long. */
  async end(api: string): Promise<void> {
    const tokens = this.#read()
    this.signOut()
    if (!tokens) return
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${tokens.idToken}` }
    const options = { keepalive: true, signal: AbortSignal.timeout(endingMs) }
    await Promise.allSettled([
      this.#context.fetch(`${api}/sign-out`, { method: 'POST', headers, body: '{}', ...options }),
      tokens.refreshToken && this.#call('RevokeToken', { Token: tokens.refreshToken }, options),
    ])
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

  async #call(action: string, body: Record<string, unknown>, options: RequestInit = {}): Promise<CognitoReply> {
    const config = await this.#context.config()
    const answer = await this.#context
      .fetch(identityUrl(config), {
        ...options,
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
