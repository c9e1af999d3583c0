/** What the user pool answers to a call of a sign-in. */
export interface CognitoReply {
  readonly AuthenticationResult?: {
    readonly IdToken?: string
    readonly AccessToken?: string
    readonly RefreshToken?: string
    readonly ExpiresIn?: number
  }
  readonly ChallengeName?: string
  readonly Session?: string
  readonly SecretCode?: string
  readonly Status?: string
  readonly message?: string
  readonly __type?: string
}

/** The identity service refused what was sent, asks for something else, or did not answer. */
export class SignInError extends Error {
  readonly reason: SignInReason
  constructor(reason: SignInReason, message: string) {
    super(message)
    this.name = 'SignInError'
    this.reason = reason
  }
}

/** Why a sign-in is not done yet: what is asked for next, or what was refused. */
export type SignInReason =
  | 'new-password'
  | 'code'
  | 'set-up'
  | 'wrong-password'
  | 'wrong-code'
  | 'too-many'
  | 'refused'
  | 'unreachable'

/** Calls the user pool; throws `SignInError`. */
export type PoolCall = (action: string, body: Record<string, unknown>, options?: RequestInit) => Promise<CognitoReply>
