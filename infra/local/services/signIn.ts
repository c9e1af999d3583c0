import { randomUUID, timingSafeEqual } from 'node:crypto'
import { isStrongPassword } from '#infra/passwordPolicy.ts'
import { Attempts } from './attempts.ts'

/** A login as the emulator keeps it. */
export interface PoolUser {
  readonly Username: string
  readonly Password?: string
  readonly Enabled?: boolean
  readonly UserStatus?: string
  readonly ConfirmationCode?: string
}

/** The emulator behind the calls, as far as they need it. */
export interface Pool {
  readonly clientId: string
  /** Carries out a call of Cognito; throws errors with Cognito's `code`. */
  call(name: string, body: object): Promise<Record<string, unknown>>
  userByName(name: string): Promise<PoolUser | null>
  userByToken(refreshToken: string): Promise<PoolUser | null>
}

/** A refusal as Cognito words it; `retryAfter` seconds for one that asks to wait. */
export class SignInRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly retryAfter?: number,
  ) {
    super(message)
  }
}

/** The body of a call. */
export type CallBody = Readonly<Record<string, unknown>>

/** How long a challenge and a code to reset a password hold, in milliseconds; Cognito's are 3 minutes and 1 hour. */
const challengeMs = 180_000
const codeMs = 3_600_000

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const objectOf = (value: unknown): CallBody => (typeof value === 'object' && value !== null ? { ...value } : {})
const wrong = () => new SignInRefusal('NotAuthorizedException', 'Incorrect username or password.')
const weak = () => new SignInRefusal('InvalidPasswordException', 'The password does not fulfil the policy of the pool.')

const isEqual = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * The calls of Cognito that a browser may make, each checked here as Cognito checks it, because the emulator does not:
 * it takes any session for a challenge, hands one out without a password, and knows no limits.
 */
export class SignIn {
  readonly #attempts: Attempts
  readonly #challenges = new Map<string, { name: string; untilMs: number }>()
  readonly #codes = new Map<string, number>()

  constructor(
    private readonly pool: Pool,
    // A clock that nobody sets: what is in memory neither ends nor lasts by a jump of the other one.
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#attempts = new Attempts(now)
  }

  readonly #calls: Readonly<Record<string, (body: CallBody) => Promise<unknown>>> = {
    InitiateAuth: (body) => (body.AuthFlow === 'USER_PASSWORD_AUTH' ? this.#byPassword(body) : this.#byToken(body)),
    RespondToAuthChallenge: (body) => this.#withNewPassword(body),
    ForgotPassword: (body) => this.#sendCode(body),
    ConfirmForgotPassword: (body) => this.#byCode(body),
    RevokeToken: (body) => this.#revoke(body),
  }

  /** Answers a call; throws `SignInRefusal` or the emulator's own error. Undefined for a call that is not offered. */
  answer(call: string, body: CallBody): Promise<unknown> | undefined {
    if (!Object.hasOwn(this.#calls, call)) return undefined
    if (body.ClientId !== this.pool.clientId)
      throw new SignInRefusal('ResourceNotFoundException', 'There is no such client.')
    return this.#calls[call]?.(body)
  }

  async #byPassword({ AuthParameters }: CallBody) {
    const { USERNAME, PASSWORD } = objectOf(AuthParameters)
    const [name, password] = [textOf(USERNAME).toLowerCase(), textOf(PASSWORD)]
    const user = await this.#tried(name, async () => {
      const found = await this.pool.userByName(name)
      return found?.Enabled !== false && isEqual(found?.Password ?? '', password) && password !== '' ? found : null
    })
    if (user.UserStatus === 'FORCE_CHANGE_PASSWORD') return this.#challenge(name, user)
    return this.pool.call('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: this.pool.clientId,
      AuthParameters: { USERNAME: name, PASSWORD: password },
    })
  }

  async #byToken({ AuthFlow, AuthParameters }: CallBody) {
    if (AuthFlow !== 'REFRESH_TOKEN_AUTH' && AuthFlow !== 'REFRESH_TOKEN')
      throw new SignInRefusal('InvalidParameterException', 'This way to sign in is not offered.')
    const token = textOf(objectOf(AuthParameters).REFRESH_TOKEN)
    const user = token === '' ? null : await this.pool.userByToken(token)
    if (!user || user.Enabled === false) throw new SignInRefusal('NotAuthorizedException', 'The session has ended.')
    return this.pool.call('InitiateAuth', {
      AuthFlow,
      ClientId: this.pool.clientId,
      AuthParameters: { REFRESH_TOKEN: token },
    })
  }

  #challenge(name: string, user: PoolUser) {
    const session = randomUUID()
    for (const [key, { untilMs }] of this.#challenges) if (untilMs < this.now()) this.#challenges.delete(key)
    this.#challenges.set(session, { name, untilMs: this.now() + challengeMs })
    const parameters = { USER_ID_FOR_SRP: user.Username, requiredAttributes: '[]', userAttributes: '{}' }
    return { ChallengeName: 'NEW_PASSWORD_REQUIRED', ChallengeParameters: parameters, Session: session }
  }

  async #withNewPassword({ ChallengeName, ChallengeResponses, Session }: CallBody) {
    const { USERNAME, NEW_PASSWORD } = objectOf(ChallengeResponses)
    const session = textOf(Session)
    const challenge = this.#challenges.get(session)
    const isAsked = ChallengeName === 'NEW_PASSWORD_REQUIRED' && challenge?.name === textOf(USERNAME).toLowerCase()
    if (!challenge || !isAsked || challenge.untilMs < this.now())
      throw new SignInRefusal('NotAuthorizedException', 'Invalid session for the user.')
    if (!isStrongPassword(NEW_PASSWORD)) throw weak()
    this.#challenges.delete(session)
    if ((await this.pool.userByName(challenge.name))?.Enabled === false) throw wrong()
    return this.pool.call('RespondToAuthChallenge', {
      ChallengeName,
      ClientId: this.pool.clientId,
      Session: session,
      ChallengeResponses: { USERNAME: challenge.name, NEW_PASSWORD },
    })
  }

  async #sendCode({ Username }: CallBody) {
    const name = textOf(Username).toLowerCase()
    this.#checkWait(`code ${name}`)
    this.#attempts.fail(`code ${name}`)
    const user = await this.pool.userByName(name)
    // The same answer for everybody: who has a login is nobody's business.
    const details = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: '***' }
    if (user && user.Enabled !== false) {
      await this.pool.call('ForgotPassword', { ClientId: this.pool.clientId, Username: name })
      this.#codes.set(name, this.now() + codeMs)
    }
    return { CodeDeliveryDetails: details }
  }

  async #byCode({ Username, ConfirmationCode, Password }: CallBody) {
    const name = textOf(Username).toLowerCase()
    if (!isStrongPassword(Password)) throw weak()
    const mismatch = new SignInRefusal('CodeMismatchException', 'The code is wrong or no longer valid.')
    await this.#tried(
      name,
      async () => {
        const user = await this.pool.userByName(name)
        const code = user?.ConfirmationCode ?? ''
        const isValid = code !== '' && (this.#codes.get(name) ?? 0) >= this.now()
        return user && user.Enabled !== false && isValid && isEqual(code, textOf(ConfirmationCode)) ? user : null
      },
      mismatch,
    )
    this.#codes.delete(name)
    this.#attempts.succeed(`code ${name}`)
    return this.pool.call('ConfirmForgotPassword', {
      ClientId: this.pool.clientId,
      Username: name,
      ConfirmationCode,
      Password,
    })
  }

  async #revoke({ Token }: CallBody) {
    const token = textOf(Token)
    if (token !== '' && (await this.pool.userByToken(token)))
      await this.pool.call('RevokeToken', { ClientId: this.pool.clientId, Token: token })
    return {}
  }

  /** The user that an attempt found; without one it counts as a failure of the name. */
  async #tried(name: string, find: () => Promise<PoolUser | null>, refusal = wrong()): Promise<PoolUser> {
    this.#checkWait(name)
    // Counted before it is looked up: attempts sent at once are as many.
    this.#attempts.fail(name)
    const user = await find()
    if (user) {
      this.#attempts.succeed(name)
      return user
    }
    throw refusal
  }

  #checkWait(name: string): void {
    const seconds = this.#attempts.secondsToWait(name)
    if (seconds > 0)
      throw new SignInRefusal('TooManyRequestsException', `Too many attempts: wait ${seconds} seconds.`, seconds)
  }
}
