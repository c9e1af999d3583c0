import type { Tokens } from './tokens.ts'

/** What tabs of one browser tell each other; it stays between pages of the same origin, and nothing of it is kept. */
type TabMessage =
  | { readonly kind: 'ask' }
  | { readonly kind: 'tokens'; readonly tokens: Tokens }
  | { readonly kind: 'signed-out' }

/** The part of a BroadcastChannel that is used. */
export type TabChannel = Pick<BroadcastChannel, 'postMessage' | 'onmessage'>

/** Runs one piece of work at a time among all tabs. */
export type TabLock = <T>(work: () => Promise<T>) => Promise<T>

/** What a tab does about the messages of others. */
interface TabEvents {
  /** The tokens that this tab has. */
  readonly own: () => Tokens | undefined
  readonly given: (tokens: Tokens) => void
  readonly signedOut: () => void
}

/** How long a tab waits for the others to answer, in milliseconds. */
const answerMs = 300
/** How long a tab waits for its turn, in milliseconds: one that hangs holds up nobody for long. */
const turnMs = 5_000

/** The other tabs of this browser that show the panel. */
export class Tabs {
  readonly #channel: TabChannel | undefined
  readonly #asking = new Set<(tokens: Tokens) => void>()

  constructor(channel: TabChannel | undefined, events: TabEvents) {
    this.#channel = channel
    if (!channel) return
    channel.onmessage = ({ data }: { data: TabMessage }) => {
      const own = data.kind === 'ask' ? events.own() : undefined
      if (own) this.give(own)
      if (data.kind === 'signed-out') events.signedOut()
      if (data.kind !== 'tokens') return
      events.given(data.tokens)
      for (const answer of this.#asking) answer(data.tokens)
    }
  }

  /** Asks for tokens; undefined when no tab has any that are wanted, within 300 ms. */
  ask(isWanted: (tokens: Tokens) => boolean = () => true): Promise<Tokens | undefined> {
    if (!this.#channel) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      const end = (tokens?: Tokens) => {
        clearTimeout(timer)
        this.#asking.delete(answer)
        resolve(tokens)
      }
      const answer = (tokens: Tokens) => isWanted(tokens) && end(tokens)
      const timer = setTimeout(end, answerMs)
      this.#asking.add(answer)
      this.#post({ kind: 'ask' })
    })
  }

  give(tokens: Tokens): void {
    this.#post({ kind: 'tokens', tokens })
  }

  signOut(): void {
    this.#post({ kind: 'signed-out' })
  }

  #post(message: TabMessage): void {
    this.#channel?.postMessage(message)
  }
}

/** One tab at a time, by a lock of the browser; without one where the browser has none or another tab hangs. */
export function browserLock(locks: LockManager | undefined): TabLock {
  return async (work) => {
    if (!locks) return work()
    let hasTurn = false
    const run = () => {
      hasTurn = true
      return work()
    }
    try {
      return await locks.request('redress.renewal', { signal: AbortSignal.timeout(turnMs) }, run)
    } catch (error) {
      if (hasTurn) throw error
      return work()
    }
  }
}
