/** What a sign-in gave: the token of every request, and the one that renews it. */
export interface Tokens {
  readonly idToken: string
  readonly refreshToken?: string
  /** When the token ends, in epoch milliseconds. */
  readonly expiresAt: number
  /** When the person gave the password, in epoch milliseconds; renewals keep it. */
  readonly signedInAt: number
}

/** What is kept for one tab. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const key = 'redress.session'

/** The tokens of this tab in its session storage, which is why closing the last tab signs out. */
export class TokenStore {
  readonly #storage: TabStorage

  constructor(storage: TabStorage) {
    this.#storage = storage
  }

  read(): Tokens | undefined {
    const text = this.#storage.getItem(key)
    return text ? (JSON.parse(text) as Tokens) : undefined
  }

  keep(tokens: Tokens): void {
    this.#storage.setItem(key, JSON.stringify(tokens))
  }

  forget(): void {
    this.#storage.removeItem(key)
  }
}

/** Who a token is for, as the user pool knows the person; the text itself where it is no such token. */
export function subjectOf({ idToken }: Pick<Tokens, 'idToken'>): string {
  return String(claimsOf(idToken)?.sub ?? idToken)
}

/** What a token says of its person. The panel reads it; the API alone decides whether it is true. */
export function claimsOf(idToken: string): Readonly<Record<string, unknown>> | undefined {
  const [, part = ''] = idToken.split('.')
  try {
    return JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')))
  } catch {
    return undefined
  }
}

/** Whether tokens are renewed ones of the same person. */
export const isNewer = (tokens: Tokens, than: Tokens): boolean =>
  subjectOf(tokens) === subjectOf(than) && tokens.expiresAt > than.expiresAt

/** Whether tokens are the ones to use: renewed ones, or those of another person who signed in later. */
export const isLater = (tokens: Tokens, than: Tokens): boolean =>
  subjectOf(tokens) === subjectOf(than) ? tokens.expiresAt > than.expiresAt : tokens.signedInAt > than.signedInAt
