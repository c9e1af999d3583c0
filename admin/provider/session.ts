import type { Config } from './config.ts'
import { poolCall, tokensOf } from './session/cognito.ts'
import { type TabChannel, type TabLock, Tabs } from './session/tabs.ts'
import { isLater, isNewer, subjectOf, type TabStorage, TokenStore, type Tokens } from './session/tokens.ts'
import { type CognitoReply, type PoolCall, SignInError } from './signInError.ts'
import type { SignInFlow } from './signInFlow.ts'

/** What the session needs from outside, so that a test can replace it. */
export interface SessionContext {
  readonly fetch: typeof fetch
  readonly storage: TabStorage
  readonly config: () => Promise<Config>
  readonly now?: () => number
  /** The way to the other tabs of this browser; without it a tab is alone. */
  readonly channel?: TabChannel
  readonly lock?: TabLock
  /** Forgets everything that this page has read and loads it again, after something: another person has it now, or nobody. */
  readonly startAnew?: (after?: Promise<unknown>) => void
}

/** Longest wait for the servers at a sign-out, in milliseconds. */
const endingMs = 3000

/** The signed-in person's tokens, which all tabs of this browser share. */
export class Session {
  readonly #context: SessionContext
  readonly #store: TokenStore
  readonly #tabs: Tabs
  readonly #call: PoolCall
  readonly #listeners = new Set<() => void>()
  #renewal: Promise<string | undefined> | undefined
  #flow: Promise<SignInFlow> | undefined
  #search: Promise<boolean> | undefined
  #isSearched = false
  /** Tokens that ended while this page was in use: the page waits for the same person. */
  #ended: Tokens | undefined
  /** The page is about to be loaded again, so nothing is sent from it any more. */
  #isOver = false

  constructor(context: SessionContext) {
    this.#context = context
    this.#store = new TokenStore(context.storage)
    this.#call = poolCall((...request) => context.fetch(...request), context.config)
    this.#tabs = new Tabs(context.channel, {
      own: () => (this.#isOver ? undefined : this.#store.read()),
      given: (tokens) => this.#take(tokens),
      signedOut: () => {
        if (this.isSignedIn || this.hasEnded) this.#startAnew()
      },
    })
  }

  /** Its code is fetched by those who sign in, and not by those who are. */
  #signIn(): Promise<SignInFlow> {
    this.#flow ??= import('./signInFlow.ts').then(({ SignInFlow: Flow }) => new Flow(this.#call))
    // Somebody may be offline for a moment.
    this.#flow.catch(() => {
      this.#flow = undefined
    })
    return this.#flow
  }

  get isSignedIn(): boolean {
    return this.#store.read() !== undefined
  }

  /** Whether the session ended under a page that is in use, and nobody has signed in since. */
  get hasEnded(): boolean {
    return this.#ended !== undefined
  }

  /** Whether somebody is signed in, here or in another tab, whose session this one then shares. */
  restore(): Promise<boolean> {
    if (this.isSignedIn || this.hasEnded) return Promise.resolve(true)
    this.#search ??= this.#tabs.ask().then(() => {
      this.#isSearched = true
      return this.isSignedIn
    })
    return this.#search
  }

  /** Signs in; throws a SignInError, which also says what is asked for next: a password of one's own, a code, a set-up. */
  async signIn(email: string, password: string): Promise<void> {
    this.#begin(await (await this.#signIn()).begin(email, password))
  }

  /** Answers the challenge of a first sign-in. */
  async replacePassword(password: string): Promise<void> {
    this.#begin(await (await this.#signIn()).replacePassword(password))
  }

  /** Answers the challenge of a second factor. */
  async enterCode(code: string): Promise<void> {
    this.#begin(await (await this.#signIn()).enterCode(code))
  }

  /** The key for an app that makes codes, for a person who has to set one up. */
  async newKey(): Promise<string> {
    return (await this.#signIn()).newKey()
  }

  /** Keeps that app as second factor, by a first code of it. */
  async keepFactor(code: string): Promise<void> {
    this.#begin(await (await this.#signIn()).keepFactor(code))
  }

  /** A token that is valid for another minute or more, renewed when needed; undefined when signed out. */
  async token(): Promise<string | undefined> {
    if (this.#isOver) return never
    await this.restore()
    const tokens = this.#store.read()
    if (!tokens) return undefined
    return tokens.expiresAt - this.#now() > 60_000 ? tokens.idToken : this.renew()
  }

  /** Renews at once, after an answer refused the token; once for all callers of all tabs. */
  renew(): Promise<string | undefined> {
    const { lock = (work) => work() } = this.#context
    const before = this.#store.read()
    this.#renewal ??= lock(() => this.#renew(before)).finally(() => {
      this.#renewal = undefined
    })
    return this.#renewal
  }

  /** Reads what the other tabs renewed while this one was asleep. */
  wake(): void {
    if (this.isSignedIn || this.hasEnded) void this.#tabs.ask()
  }

  /** Forgets tokens that are refused, and keeps the page for the same person; `onSignIn` says when it goes on. */
  expire(): undefined {
    this.#ended ??= this.#store.read()
    this.#store.forget()
  }

  /** Calls a listener whenever the person whose session had ended has signed in again. */
  onSignIn(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  signOut(): void {
    this.#ended = undefined
    this.#search = Promise.resolve(false)
    this.#isSearched = true
    this.#store.forget()
  }

  /** Forgets the tokens in every tab, and has the API and the user pool refuse them; a server that does not answer delays nobody for long. */
  async end(api: string): Promise<void> {
    const tokens = this.#store.read()
    this.signOut()
    if (!tokens) return
    this.#tabs.signOut()
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${tokens.idToken}` }
    const options = { keepalive: true, signal: AbortSignal.timeout(endingMs) }
    const ended = Promise.allSettled([
      this.#context.fetch(`${api}/sign-out`, { method: 'POST', headers, body: '{}', ...options }),
      tokens.refreshToken && this.#call('RevokeToken', { Token: tokens.refreshToken }, options),
    ])
    this.#startAnew(undefined, ended)
    await ended
    // The page is loaded again: nothing of it goes on.
    if (this.#context.startAnew) await never
  }

  /** Gives the page up, here and in every tab, after its session has ended. */
  leave(): void {
    this.#tabs.signOut()
    this.#startAnew()
  }

  async #renew(before: Tokens | undefined): Promise<string | undefined> {
    if (!before || this.#isOver) return undefined
    // Another tab may have had its turn meanwhile, or just before.
    const now = this.#store.read()
    const newer = now && isNewer(now, before) ? now : await this.#tabs.ask((tokens) => isNewer(tokens, before))
    if (newer) return newer.idToken
    if (!before.refreshToken) return this.expire()
    try {
      const answer = await this.#call('InitiateAuth', {
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: before.refreshToken },
      })
      const tokens = tokensOf(answer, this.#now(), before)
      // Who signed out meanwhile stays signed out.
      if (!this.isSignedIn) return undefined
      this.#store.keep(tokens)
      this.#tabs.give(tokens)
      return tokens.idToken
    } catch (error) {
      return error instanceof SignInError && error.reason === 'unreachable' ? before.idToken : this.expire()
    }
  }

  /** Takes a sign-in of this tab over, for every tab. */
  #begin(answer: CognitoReply): void {
    const tokens = tokensOf(answer, this.#now())
    this.#tabs.give(tokens)
    this.#keep(tokens)
  }

  #keep(tokens: Tokens): void {
    const before = this.#ended ?? this.#store.read()
    if (before && subjectOf(before) !== subjectOf(tokens)) {
      this.#startAnew(tokens)
      return
    }
    const hadEnded = this.hasEnded
    this.#store.keep(tokens)
    this.#ended = undefined
    if (hadEnded) for (const listener of this.#listeners) listener()
  }

  /** Takes tokens of another tab: renewed ones, or those of somebody who has signed in there. */
  #take(tokens: Tokens): void {
    if (this.#isOver) return
    const own = this.#store.read() ?? this.#ended
    // A page that already shows the sign-in begins again, as the person who signed in elsewhere.
    if (!own && this.#isSearched) this.#startAnew(tokens)
    else if (!own || isLater(tokens, own)) this.#keep(tokens)
  }

  #startAnew(tokens?: Tokens, after?: Promise<unknown>): void {
    this.#isOver = true
    this.#store.forget()
    this.#context.startAnew?.(after)
    if (tokens) this.#store.keep(tokens)
  }

  #now(): number {
    return this.#context.now?.() ?? Date.now()
  }
}

/** What a page waits for that is about to be loaded again. */
const never = new Promise<undefined>(() => {})
